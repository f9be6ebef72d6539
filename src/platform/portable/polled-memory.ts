import type {Clock} from '../../model/clock.ts';
import {TargetGoneError} from '../../target/errors.ts';
import {isGone} from '../error-code.ts';
import type {ProcessMemory} from '../platform.ts';

/** What one call finds of a process: bytes, and milliseconds since its start. */
export type Finding = {readonly rss: number; readonly virt: number | undefined; readonly elapsed: number};

/**
 * Makes a source that answers late readable at once: each reading starts the next call, unless one is under way, and
 * gives what the last one found, as old when that was given before. Resolves after the first call; rejects as a
 * reading throws, with TargetGoneError.
 */
export const createPolledMemory = async (
	find: () => Promise<Finding>,
	{monotonic}: Clock,
): Promise<() => ProcessMemory> => {
	const begun = monotonic();
	let latest: ProcessMemory = {rss: undefined, virt: undefined, isOld: true};
	let hasEnded = false;
	let isUnderWay = false;
	const poll = async (): Promise<void> => {
		isUnderWay = true;
		try {
			const {rss, virt, elapsed} = await find();
			hasEnded = isYounger(elapsed, monotonic() - begun);
			// No living process has nothing resident: such a zero stands for not known.
			latest = {rss: rss || undefined, virt: virt || undefined, isOld: false};
		} catch (error) {
			hasEnded = isGone(error);
		}
		isUnderWay = false;
	};
	const read = (): ProcessMemory => {
		if (hasEnded) throw new TargetGoneError('the process has ended');
		const memory = latest;
		latest = {...latest, isOld: true};
		if (!isUnderWay) void poll();
		return memory;
	};
	await poll();
	if (hasEnded) throw new TargetGoneError('the process has ended');
	return read;
};

/** A process younger than the watch is another one with the same pid; `ps` tells its age in whole seconds. */
const isYounger = (elapsed: number, watched: number): boolean => elapsed + 2000 < watched;
