import type {Effect} from '../app/effect.ts';
import type {Detail} from '../app/state.ts';
import {readRows} from '../log/rows.ts';
import {bytesFor} from '../model/byte-index.ts';
import type {HistoryLimits} from '../model/history.ts';
import {fileStatus} from './file-status.ts';
import {createIntake} from './intake.ts';
import type {OpenLog} from './open-log.ts';
import type {Passage} from './passage.ts';
import {changedText, replacing, say, type Viewing} from './viewing.ts';

/** A stretch of time that is wanted sample by sample. */
export type Wanted = {
	/** Unix seconds of the recording. */
	readonly from: number;
	readonly to: number;
	/** Ends the reading early. */
	readonly signal: AbortSignal;
};

/**
 * Shows the samples that were asked for, as soon as they are read again, or has the state know that they are not, unless
 * others are asked for meanwhile. Rejects with LogError when they cannot be read.
 */
export const showDetail = async (viewing: Viewing, {from, to, isOther}: ReadDetail): Promise<void> => {
	// Before anything is waited for: the newest of several is to be the one that is read.
	const signal = replacing(viewing, isOther ? 'otherDetail' : 'detail');
	let detail: Detail | undefined;
	try {
		detail = await detailIn(viewing, isOther ? viewing.other : viewing.log, {from, to, signal});
	} finally {
		const {dispatch} = viewing.screen;
		if (detail) dispatch({type: 'detailRead', detail, isOther});
		else if (!signal.aborted) dispatch({type: 'detailFailed', from, to, isOther});
	}
};

type ReadDetail = Extract<Effect, {type: 'readDetail'}>;

const detailIn = async (
	viewing: Viewing,
	log: OpenLog | undefined,
	wanted: Wanted,
): Promise<Detail | undefined> => {
	const passage = log?.shown();
	if (!log || !passage) return undefined;
	if (!log.isSame(await fileStatus(log.path))) {
		if (!wanted.signal.aborted) say(viewing, changedText(log), 'bad');
		return undefined;
	}
	const detail = await readDetail(log, passage, wanted);
	// Of a recording that gave way to another meanwhile it would mean nothing.
	return passage === log.shown() ? detail : undefined;
};

/** Reads the samples of a stretch of time again, and a few around them; undefined when it was ended early. */
export const readDetail = async (
	{path}: Pick<OpenLog, 'path'>,
	{bytes, stretches, place}: Whereabouts,
	{from, to, signal}: Wanted,
): Promise<Detail | undefined> => {
	const [offset, end] = bytesFor(bytes, from, to);
	const stretch = stretches.findLast(known => known.offset <= offset);
	if (!stretch) return undefined;
	const {beginning, context} = stretch;
	const intake = createIntake(beginning, '', everySample);
	const until = Math.min(end, place.until);
	for await (const item of readRows(path, {from: {offset, context}, until, signal})) {
		if (item.type !== 'recording' && item.type !== 'fileEnd') intake.take(item);
	}
	return signal.aborted ? undefined : {from, to, history: intake.recording().history};
};

/** Where the rows of a recording lie, as far as is known. */
export type Whereabouts = Pick<Passage, 'bytes' | 'stretches'> & {
	readonly place: Pick<Passage['place'], 'until'>;
};

const everySample: HistoryLimits = {
	full: [Number.POSITIVE_INFINITY],
	other: [Number.POSITIVE_INFINITY],
};
