import {type FileHandle, open} from 'node:fs/promises';
import {systemClock} from '../../model/clock.ts';
import {errorCode} from '../error-code.ts';
import type {ProcessShares} from '../platform.ts';

/** Reads `smaps_rollup` in the folder of a process, off the main thread: the kernel walks its page tables for it. */
export const readSmapsRollup = async (folder: string): Promise<ProcessShares> => {
	let file: FileHandle | undefined;
	try {
		file = await open(`${folder}/smaps_rollup`, 'r');
		return await readTimed(file);
	} catch (error) {
		return {refused: reasonFor(error)};
	} finally {
		await file?.close();
	}
};

/** PSS, and USS as the private pages, clean and dirty, in bytes; NaN where it is missing. See proc_pid_smaps(5). */
export const parseSmapsRollup = (text: string): {readonly pss: number; readonly uss: number} => ({
	pss: bytesOf(text, 'Pss'),
	uss: bytesOf(text, 'Private_Clean') + bytesOf(text, 'Private_Dirty'),
});

// The read alone is timed, because opening and closing cost the target nothing, whatever this program is busy with.
const readTimed = async (file: FileHandle): Promise<ProcessShares> => {
	const begun = systemClock.monotonic();
	const {buffer, bytesRead} = await file.read(Buffer.alloc(4096), 0, 4096, 0);
	const cost = systemClock.monotonic() - begun;
	const {pss, uss} = parseSmapsRollup(buffer.toString('latin1', 0, bytesRead));
	return Number.isNaN(pss + uss) ? {refused: reasons.ESRCH} : {pss, uss, cost};
};

const bytesOf = (text: string, key: string): number =>
	Number(new RegExp(`^${key}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1] ?? Number.NaN) * 1024;

const reasonFor = (error: unknown): string => {
	const code = errorCode(error) ?? 'unknown error';
	return new Map(Object.entries(reasons)).get(code) ?? `the kernel refused (${code})`;
};

const notPermitted = 'not permitted: needs root or CAP_SYS_PTRACE';

const reasons = {
	EACCES: notPermitted,
	EPERM: notPermitted,
	ENOENT: 'needs Linux 4.14 for smaps_rollup',
	ESRCH: 'its first thread has ended',
} as const;
