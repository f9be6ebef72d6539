import {UsageError} from '../model/usage-error.ts';

/** The words of a command line: those for memtop, and those of the command behind the first `--`. */
export type Words = {
	readonly own: readonly string[];
	/** Absent without a `--`. */
	readonly command?: readonly [program: string, ...args: string[]];
};

/** Splits a command line at its first `--`. Throws UsageError when nothing stands behind it. */
export const splitWords = (words: readonly string[]): Words => {
	const at = words.indexOf('--');
	if (at < 0) return {own: words};
	const [program, ...args] = words.slice(at + 1);
	if (program === undefined) throw new UsageError('expected a command after --, got none');
	return {own: words.slice(0, at), command: [program, ...args]};
};
