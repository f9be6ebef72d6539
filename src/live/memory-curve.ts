import type {RecordingHeader} from '../model/entry.ts';
import {seriesOf} from '../model/history.ts';
import {indexAt, type Series, timeAt, valueAt} from '../model/series.ts';
import type {Recorded} from '../plot/recorded.ts';
import {labelsOf} from './labels.ts';
import type {Live} from './live.ts';

/** What memory holds of the running watch, as a recording: for a picture where nothing is logged. */
export const recordedInMemory = (live: Live): Recorded => {
	const {history, source} = live.screen.state();
	const [inUse, system] = [seriesOf(history, source.inUse), seriesOf(history, source.system)];
	if (inUse.length === 0) throw new Error('there is no sample yet');
	const rows = rowsOf(inUse, history.breaks);
	const at = (series: Series, time: number): number =>
		Number.isNaN(time) ? Number.NaN : valueAt(series, indexAt(series, time));
	return {
		...headerOf(live),
		sourceLabels: labelsOf(live.screen.state().source),
		time: rows,
		inUse: rows.map(time => at(inUse, time)),
		system: rows.map(time => at(system, time)),
	};
};

// Times of the samples kept one by one, with NaN where the curves are broken.
const rowsOf = (series: Series, breaks: readonly number[]): Float64Array => {
	const rows: number[] = [];
	let next = 0;
	for (let index = series.rawStart; index < series.length; index += 1) {
		const time = timeAt(series, index);
		while ((breaks[next] ?? Number.POSITIVE_INFINITY) <= time) {
			if (rows.length > 0 && !Number.isNaN(rows.at(-1))) rows.push(Number.NaN);
			next += 1;
		}
		rows.push(time);
	}
	return Float64Array.from(rows);
};

const headerOf = ({screen, clock}: Live): {header?: RecordingHeader} => {
	const {target, source, interval} = screen.state();
	if (!target) return {};
	const {pid, name} = target;
	return {header: {pid, name, recorded: clock.wall() / 1000, source: source.name, interval, host: ''}};
};
