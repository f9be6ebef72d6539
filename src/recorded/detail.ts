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

/** Shows the samples that were asked for, as soon as they are read again. Rejects with LogError when they cannot be. */
export const showDetail = async (
	viewing: Viewing,
	{from, to, isOther}: Extract<Effect, {type: 'readDetail'}>,
): Promise<void> => {
	const log = isOther ? viewing.other : viewing.log;
	const passage = log?.shown();
	if (!log || !passage) return;
	if (!log.isSame(await fileStatus(log.path))) return say(viewing, changedText(log), 'bad');
	const signal = replacing(viewing, isOther ? 'otherDetail' : 'detail');
	const detail = await readDetail(log, passage, {from, to, signal});
	// Of a recording that gave way to another meanwhile it would mean nothing.
	if (detail && passage === log.shown()) viewing.screen.dispatch({type: 'detailRead', detail, isOther});
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
