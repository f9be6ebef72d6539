import type {OpenProcess, ProcessMemory} from '../../src/platform/platform.ts';

const mebibyte = 1024 ** 2;

/** What it occupies until a test says otherwise. */
export const plainMemory: ProcessMemory = {rss: 40 * mebibyte, virt: 700 * mebibyte, isOld: false};

/** An open process that tells only what a test gives it, and never answers pidusage's questions. */
export const createOpenProcess = (parts: Partial<OpenProcess> = {}): OpenProcess => ({
	memory: () => plainMemory,
	usage: () => new Promise(() => {}),
	close: () => {},
	...parts,
});

/** A clock that a test moves, in milliseconds. */
export const createTestClock = (start = 0) => {
	let now = start;
	const move = (by: number): void => {
		now += by;
	};
	return {wall: () => 1_763_790_000_000 + now, monotonic: () => now, move};
};
