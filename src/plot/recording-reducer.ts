import type {Range} from './byte-axis.ts';
import {curveReducer, type ReducedCurve} from './curve-reducer.ts';
import {lastTime} from './local-time.ts';
import {columnIn, type PixelColumns} from './pixel-columns.ts';
import {type ColumnRun, runAt} from './runs.ts';

/** Some samples that follow each other, as columns that may be longer than there are samples. */
export type SampleColumns = {
	readonly length: number;
	/** Unix seconds. */
	readonly time: Float64Array;
	/** Bytes; NaN where there is no number. */
	readonly inUse: Float64Array;
	readonly system: Float64Array;
	readonly rss?: Float64Array | undefined;
};

/** What is left of a recording; the x of its curves is Unix seconds, or seconds since its first sample. */
export type ReducedCurves = {
	readonly inUse: ReducedCurve;
	readonly system: ReducedCurve;
	readonly rss: ReducedCurve;
	/** Unix seconds of the earliest and the latest sample, whether drawn or not; undefined when there is none. */
	readonly extent: Range | undefined;
	/** How many were taken, and how many there were in all. */
	readonly samples: number;
	readonly seen: number;
};

/** Where the samples of a recording are drawn. */
export type Placing = {
	readonly columns: PixelColumns;
	/** True when x counts from the first sample that is taken. */
	readonly fromStart: boolean;
	/** Unix seconds: samples outside are left out altogether. */
	readonly only?: Range | undefined;
};

/** Reduces the three curves of a recording at once, while it is read. */
export type RecordingReducer = {
	readonly add: (samples: SampleColumns) => void;
	/** Breaks the curves behind what was added. */
	readonly cut: () => void;
	/** How many samples were taken, and how many there were, until now. */
	readonly counts: () => Pick<ReducedCurves, 'samples' | 'seen'>;
	readonly finish: () => ReducedCurves;
};

/** A recording of which nothing is read yet; `curveReducer` says what is kept of it. */
export const recordingReducer = (placing: Placing): RecordingReducer => {
	const {count} = placing.columns;
	const curves = {inUse: curveReducer(count), system: curveReducer(count), rss: curveReducer(count)};
	const place = placeIn(placing);
	let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	let [samples, before] = [0, 0];
	const cut = (): void => {
		for (const curve of Object.values(curves)) curve.cut();
	};
	const take = (batch: SampleColumns, run: ColumnRun): void => {
		if (Number.isNaN(run.column)) {
			cut();
			return;
		}
		const rows = {...run, time: batch.time, shift: place.shift(), before};
		curves.inUse.add(rows, batch.inUse);
		curves.system.add(rows, batch.system);
		if (batch.rss) curves.rss.add(rows, batch.rss);
		from = Math.min(from, run.extent.from);
		to = Math.max(to, run.extent.to);
		samples += run.end - run.start;
	};
	return {
		add: batch => {
			const {time, length} = batch;
			for (let start = 0; start < length; ) {
				const run = runAt(time, {start, length, columnOf: place.columnOf});
				take(batch, run);
				start = run.end;
			}
			before += length;
		},
		cut,
		counts: () => ({samples, seen: before}),
		finish: () => ({
			inUse: curves.inUse.finish(),
			system: curves.system.finish(),
			rss: curves.rss.finish(),
			extent: samples === 0 ? undefined : {from, to},
			...{samples, seen: before},
		}),
	};
};

// NaN for a moment that is not drawn. A log from elsewhere may hold anything: beyond the year 9999 there are no labels.
const placeIn = ({columns, fromStart, only = {from: 0, to: lastTime}}: Placing) => {
	const columnOf = columnIn(columns);
	let shift = fromStart ? Number.NaN : 0;
	return {
		shift: (): number => shift,
		columnOf: (time: number): number => {
			if (!(time >= only.from && time <= only.to)) return Number.NaN;
			if (Number.isNaN(shift)) shift = time;
			return columnOf(time - shift);
		},
	};
};
