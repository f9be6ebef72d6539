import type {ReadPosition} from '../log/reader.ts';
import {type RowItem, type RowOptions, readRows} from '../log/rows.ts';
import type {Recorded} from '../plot/recorded.ts';
import type {Placing} from '../plot/recording-reducer.ts';
import {beginRecording, type RecordingBeingRead, wantedColumns} from './recorded-log.ts';

type RecordingEntry = Extract<RowItem, {type: 'recording'}>;

/** Which recordings of all: the newest, the one with this number from 1 on, or all. */
export type Choice = 'all' | 'last' | number;

/** How a log is read for a picture. */
export type Pass = {
	readonly placing: Placing;
	/** Bytes; lines that begin behind are not read. */
	readonly until?: number | undefined;
	/** Where to begin, if not at the beginning. */
	readonly since?: Start | undefined;
	readonly signal: AbortSignal;
	/** Told again and again how many bytes are read. */
	readonly tell: (bytes: number) => void;
};

/** Where a recording begins, for a reading that is to leave out what lies before it. */
export type Start = {
	readonly from: NonNullable<RowOptions['from']>;
	/** How many recordings with samples lie before it. */
	readonly count: number;
};

/** What was found in a log. */
export type Found = {
	/** The newest of the recordings that have samples, reduced, the oldest of them first; at most `mostKept`. */
	readonly recorded: readonly Recorded[];
	/** How many recordings have samples. */
	readonly count: number;
	readonly position: Partial<ReadPosition>;
	/** True when its stamps count something finer than seconds. */
	readonly stampUnit: string;
	/** Where the oldest of the recordings that are drawn begins; undefined where there is none. */
	readonly since: Start | undefined;
};

/** How many recordings of a log are drawn at the most. */
export const mostKept = 12;

/** Reads a log in one pass and bounded memory. Throws LogError when it cannot be read. */
export const readRecordings = async (path: string, choice: Choice, pass: Pass): Promise<Found> => {
	const kept: (RecordingBeingRead & {readonly since: Start})[] = [];
	let current: (typeof kept)[number] | undefined;
	let [count, stampUnit] = [pass.since?.count ?? 0, 'seconds'];
	let position: Partial<ReadPosition> = {};
	const finish = (): void => {
		const finished = current;
		const {samples = 0, seen = 0} = finished?.counts() ?? {};
		current = undefined;
		if (!finished || seen === 0) return;
		count += 1;
		const isChosen = typeof choice !== 'number' || choice === count;
		if (isChosen && samples > 0) kept.push(finished);
		if (kept.length > (choice === 'last' ? 1 : mostKept)) kept.shift();
	};
	const {signal, until} = pass;
	for await (const item of readRows(path, {
		signal,
		further: wantedColumns,
		...(until !== undefined && {until}),
		...(pass.since && {from: pass.since.from}),
	})) {
		if (item.type === 'rows') pass.tell(item.offset);
		if (item.type === 'recording') {
			finish();
			stampUnit = item.stampUnit ?? stampUnit;
			current = {...beginRecording(path, item, pass.placing), since: {from: startOf(item), count}};
		} else if (item.type === 'fileEnd') position = item.position;
		else current?.take(item);
	}
	finish();
	// What is not drawn is not composed.
	const recorded = kept.map(one => one.finish());
	return {recorded, count, position, stampUnit, since: kept[0]?.since};
};

const startOf = ({offset, line, context}: RecordingEntry): Start['from'] => ({
	...{offset, line: line - 1},
	...(context && {context}),
});
