import type {ViewedRecording} from '../app/action.ts';
import type {RowItem} from '../log/rows.ts';
import {isChoice} from '../model/choice.ts';
import type {RecordingHeader} from '../model/entry.ts';
import {
	addLandmark,
	breakCurves,
	emptyHistory,
	type HistoryLimits,
	keepInFull,
	recordedLimits,
	recordRows,
} from '../model/history.ts';
import type {Landmark} from '../model/landmark.ts';
import type {MetricId} from '../model/metric.ts';
import type {Target} from '../model/target.ts';
import {landmarkOf} from './landmark-of.ts';
import {type Layout, layoutOf, withUnits} from './layout.ts';
import {createPace} from './pace.ts';

/** What a log says within one recording. */
export type RecordingItem = Exclude<RowItem, {readonly type: 'recording' | 'fileEnd'}>;

/** The beginning of a recording, or of a further stretch of it. */
export type Beginning = {
	readonly header: RecordingHeader | undefined;
	/** Names of the columns behind the first three. */
	readonly columns: readonly string[];
};

/** A recording as it is read. */
export type Intake = {
	readonly take: (item: RecordingItem) => void;
	/** What was read of it so far; the history is the same one every time, and grows. */
	readonly recording: () => ViewedRecording;
};

/**
 * A recording that begins so, of which nothing is read yet; `name` is what it is called where its header does not say,
 * `limits` how much of it is kept.
 */
export const createIntake = (
	beginning: Beginning,
	name: string,
	limits: HistoryLimits = recordedLimits,
): Intake => {
	let layout: Layout = layoutOf(beginning.header, beginning.columns);
	let {header} = beginning;
	const history = emptyHistory({full: mainMetrics(layout), limits});
	const pace = createPace();
	let before: Layout | undefined;
	let gap: Landmark | undefined;
	const takers = {
		rows: rows => {
			const [times = nothing] = rows.columns;
			if (before || gap) mend(times[0] ?? Number.NaN);
			pace.take(times, rows.length);
			recordRows(history, rows, layout.metrics);
		},
		break: () => breakCurves(history),
		stretch: stretch => {
			before ??= layout;
			({header} = stretch);
			layout = layoutOf(stretch.header, stretch.columns);
			keepInFull(history, [...history.full, ...mainMetrics(layout)]);
		},
		gap: note => take(landmarkOf(note)),
		mark: note => take(landmarkOf(note)),
		step: note => take(landmarkOf(note)),
		end: note => take(landmarkOf(note)),
	} satisfies {
		readonly [Type in RecordingItem['type']]: (item: Extract<RecordingItem, {type: Type}>) => void;
	};
	return {
		take: item => (takers[item.type] as (item: RecordingItem) => void)(item),
		recording: () => ({
			target: targetOf(header, name),
			source: withUnits(layout.source, history),
			interval: header && header.interval > 0 ? header.interval : pace.seconds(),
			history,
		}),
	};

	function take(landmark: Landmark): void {
		if (landmark.type === 'gap' && landmark.until === undefined) gap = landmark;
		else addLandmark(history, landmark);
	}

	// What waited for the next sample to be known.
	function mend(time: number): void {
		if (gap) addLandmark(history, {...gap, time: Math.min(gap.time, time), until: time});
		if (before && before.source.name !== layout.source.name) switchTo(before, time);
		before = gap = undefined;
	}

	function switchTo({source}: Layout, time: number): void {
		const {stretches} = history;
		if (stretches.length === 0 && history.samples > 0) stretches.push({from: history.start, source});
		stretches.push({from: time, source: layout.source});
		if (history.samples === 0 || isChoice(history.start, time)) return;
		addLandmark(history, {type: 'switch', time, text: layout.source.title});
	}
};

const mainMetrics = ({source}: Layout): readonly MetricId[] => [source.inUse, source.system];

const nothing = new Float64Array(0);

const targetOf = (header: RecordingHeader | undefined, name: string): Target =>
	header
		? {
				pid: header.pid,
				name: header.name,
				...(header.target_start !== undefined && {startTime: header.target_start}),
				...(header.command !== undefined && {command: header.command}),
			}
		: {pid: 0, name};
