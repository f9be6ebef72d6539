import {utcOffsetAt} from '../figure/figure.ts';
import {hasRssApart, labelsOf} from '../figure/labels.ts';
import type {RecordingHeader} from '../model/entry.ts';
import {seriesOf} from '../model/history.ts';
import {exactStart, indexAt, type Series, timeAt, valueAt} from '../model/series.ts';
import type {Size} from '../plot/layout.ts';
import type {Picture} from '../plot/picture.ts';
import {columnsOf, pictureOf} from '../plot/picture-of.ts';
import {finer} from '../plot/pixel-columns.ts';
import {type RecordingReducer, recordingReducer} from '../plot/recording-reducer.ts';
import type {Live} from './live.ts';

/** The picture of what memory holds of the running watch, for where nothing is logged. Throws when that is nothing. */
export const pictureOfMemory = (live: Live, size: Size, fineness: number): Picture => {
	const {history, source} = live.screen.state();
	const curves = {inUse: seriesOf(history, source.inUse), system: seriesOf(history, source.system)};
	const {inUse} = curves;
	if (inUse.length === 0) throw new Error('there is no sample yet');
	const start = exactStart(inUse);
	const range = {from: timeAt(inUse, start), to: timeAt(inUse, inUse.length - 1)};
	const columns = finer(columnsOf({range, size}), fineness);
	const reducer = recordingReducer({columns, fromStart: false});
	for (const [from, to] of strokesFrom(start, inUse, history.breaks)) addStroke(reducer, curves, [from, to]);
	const recorded = {
		...reducer.finish(),
		...{header: headerOf(live), name: source.name, marks: []},
		...{sourceLabels: labelsOf([source]), hasRssApart: hasRssApart(source)},
	};
	return pictureOf([recorded], {range, fromStart: false, size, utcOffset: utcOffsetAt(range.to)});
};

type Curves = {readonly inUse: Series; readonly system: Series};

// Each stretch without a break as its first index and the one behind its last.
const strokesFrom = (start: number, series: Series, breaks: readonly number[]): [number, number][] => {
	const edges = breaks.map(time => indexAt(series, time)).filter(index => index > start);
	return [...edges, series.length].flatMap((end, index): [number, number][] => {
		const from = edges[index - 1] ?? start;
		return end > from ? [[from, end]] : [];
	});
};

const addStroke = (
	reducer: RecordingReducer,
	{inUse, system}: Curves,
	[from, to]: [number, number],
): void => {
	for (let start = from; start < to; start += batchLength) {
		const length = Math.min(batchLength, to - start);
		const column = (value: (index: number) => number) =>
			Float64Array.from({length}, (_, row) => value(start + row));
		const time = column(index => timeAt(inUse, index));
		reducer.add({
			...{length, time},
			inUse: column(index => valueAt(inUse, index)),
			system: time.map(moment => valueAt(system, indexAt(system, moment))),
		});
	}
	reducer.cut();
};

const headerOf = ({screen, clock}: Live): RecordingHeader | undefined => {
	const {target, source, interval} = screen.state();
	if (!target) return undefined;
	const {pid, name} = target;
	return {pid, name, recorded: clock.wall() / 1000, source: source.name, interval, host: ''};
};

const batchLength = 4096;
