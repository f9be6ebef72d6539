import {cleanText} from '../model/clean.ts';
import {UsageError} from '../model/usage-error.ts';

/** Largest pid a system can give out: `pid_t` is a signed 32-bit number. */
const largestPid = 2 ** 31 - 1;

/** The pid that `text` writes: digits only, from 1. Throws UsageError for anything else. */
export const parsePid = (text: string): number => {
	const pid = /^\d+$/.test(text) ? Number(text) : Number.NaN;
	if (pid >= 1 && pid <= largestPid) return pid;
	throw new UsageError(`expected a pid, a whole number from 1 to ${largestPid}, got "${cleanText(text)}"`);
};
