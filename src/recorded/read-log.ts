import {shownPath} from '../log/errors.ts';
import {CannotGoOnError} from '../model/cannot-go-on-error.ts';
import type {Clock} from '../model/clock.ts';
import {createBreath} from './breath.ts';
import {bytesBefore, type FileStatus, fileStatus, isSameFile} from './file-status.ts';
import type {OpenLog} from './open-log.ts';

/** How a log is read. */
export type Reading = {
	readonly clock: Pick<Clock, 'monotonic'>;
	/** Ends it early. */
	readonly signal: AbortSignal;
	/** Called again and again while it is read, and at the end. */
	readonly tell: () => void;
};

/** A file as it was found when it was read, by which is seen later what happened to it. */
export type FileRead = {
	readonly status: FileStatus | undefined;
	/** The last bytes of what was read. */
	readonly tail: Buffer;
};

/**
 * Reads what lies behind what was read of a log before; resolves with the file as it was found. Rejects with LogError
 * when it cannot be read.
 */
export const readLog = async (log: OpenLog, reading: Reading): Promise<FileRead> => {
	const {clock, signal, tell} = reading;
	const status = await fileStatus(log.path);
	const breath = createBreath(clock, {spacing: 500, tell});
	await log.readOn({signal, breath, status});
	log.remark(changeMeanwhile(status, await fileStatus(log.path)));
	if (!signal.aborted) tell();
	return {status, tail: await bytesBefore(log.path, log.position()?.offset ?? 0)};
};

// What was read is then of no file that is there now: some of it may be missing, or be of both.
const changeMeanwhile = (
	before: FileStatus | undefined,
	after: FileStatus | undefined,
): string | undefined => {
	if (!before || !after) return undefined;
	if (!isSameFile(before, after)) return 'the file was replaced while it was read';
	return after.size < before.size ? 'the file became shorter while it was read' : undefined;
};

/** The same for a whole log; rejects with CannotGoOnError where it has no sample, unless it is `isFollowed`. */
export const readWhole = async (
	log: OpenLog,
	reading: Reading & {readonly isFollowed: boolean},
): Promise<FileRead> => {
	const read = await readLog(log, reading);
	if (!reading.isFollowed && !reading.signal.aborted) refuseWithoutSamples(log, read.status);
	return read;
};

const refuseWithoutSamples = (log: OpenLog, status: FileStatus | undefined): void => {
	if (log.shown()) return;
	throw new CannotGoOnError(
		`expected a recording with samples, got ${whatIsThere(log, status)}: ${shownPath(log.path)}`,
	);
};

const whatIsThere = (log: OpenLog, status: FileStatus | undefined): string => {
	const {line = 0, damaged = 0} = log.position() ?? {};
	if (status?.size === 0) return 'an empty file';
	if (line === 0) return 'a line without an end';
	if (damaged === 0) return 'only a header or comments';
	return damaged === 1 ? 'a line that is none' : `${damaged} lines that are none`;
};
