import {basename} from 'node:path';
import {shownPath} from '../log/errors.ts';
import {furtherOf, type RowItem, type Rows} from '../log/rows.ts';
import {isChoice} from '../model/choice.ts';
import type {RecordingHeader} from '../model/entry.ts';
import type {SourceInfo} from '../model/source-info.ts';
import type {PlotMark, Recorded} from '../plot/recorded.ts';
import {type Placing, type RecordingReducer, recordingReducer} from '../plot/recording-reducer.ts';
import {landmarkOf} from '../recorded/landmark-of.ts';
import {sourceOf} from '../recorded/source-of.ts';
import {createJoint} from './joint.ts';
import {hasRssApart, labelsOf} from './labels.ts';

/** A recording of a log while it is read. */
export type RecordingBeingRead = {
	/** Takes what the log says; a new recording is none of its business. */
	readonly take: (item: RowItem) => void;
	/** How many of its samples were taken, and how many it has, until now. */
	readonly counts: RecordingReducer['counts'];
	/** The recording, reduced. */
	readonly finish: () => Recorded;
};

/** How a recording of a log begins. */
export type Beginning = {
	readonly header: RecordingHeader | undefined;
	readonly columns: readonly string[];
};

/** The further columns of a log that are drawn: its rows are expected with these only. */
export const wantedColumns: readonly string[] = ['rss'];

/** A recording that has just begun in the log at this path. */
export const beginRecording = (path: string, beginning: Beginning, placing: Placing): RecordingBeingRead => {
	let reducer = recordingReducer(placing);
	const marks: PlotMark[] = [];
	let stretch = stretchOf(beginning);
	let sources: readonly SourceInfo[] = [];
	let start = Number.NaN;
	let header = beginning.header;
	const joint = createJoint(() => reducer.cut());
	const takeRows = (rows: Rows): void => {
		joint.close(rows, header);
		if (sources.at(-1)?.name !== stretch.source.name) beginSource(rows.columns[0]?.[0] ?? Number.NaN);
		addRows(reducer, rows, stretch.rssColumn);
	};
	// What was read while the source was still being chosen means something else, and would set the scale.
	const beginSource = (time: number): void => {
		if (sources.length === 0) start = time;
		else if (sources.length === 1 && isChoice(start, time)) {
			[reducer, sources] = [recordingReducer(placing), []];
		} else marks.push({time, label: `read as ${stretch.source.name}`});
		sources = [...sources, stretch.source];
	};
	return {
		take: item => {
			if (item.type === 'rows') takeRows(item);
			else if (item.type === 'break') joint.open();
			else if (item.type === 'stretch') {
				joint.continueWith(item.header.source === header?.source);
				header = item.header;
				stretch = stretchOf(item);
			} else if (item.type === 'gap') joint.continueWith(false);
			else if (item.type === 'mark' && marks.length < mostMarks) {
				marks.push({time: item.time, label: landmarkOf(item).text});
			}
		},
		counts: () => reducer.counts(),
		finish: () => {
			const curves = reducer.finish();
			return {
				...curves,
				...{header, name: shownPath(basename(path)), marks},
				sourceLabels: labelsOf(sources),
				hasRssApart: sources.some(hasRssApart),
			};
		},
	};
};

const stretchOf = ({header, columns}: Beginning): {source: SourceInfo; rssColumn: number} => {
	const further = furtherOf(columns, wantedColumns).indexOf('rss');
	const source = sourceOf(header, columns);
	return {source, rssColumn: further < 0 || !hasRssApart(source) ? -1 : further + fixedColumns};
};

const addRows = (reducer: RecordingReducer, {columns, length}: Rows, rssColumn: number): void => {
	const [time, inUse, system] = columns;
	if (time && inUse && system) reducer.add({length, time, inUse, system, rss: columns[rssColumn]});
};

const fixedColumns = 4;

// No picture is as wide.
const mostMarks = 10_000;
