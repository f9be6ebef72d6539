import {wordAt} from '../../platform/linux/words.ts';

/** What the collector goes by, as the first words of `runtime.gcController` tell it. */
export type Pacing = {
	/** GOGC in percent; -1 when it is off. */
	readonly percent: number;
	/** GOMEMLIMIT in bytes; NaN when none is set. */
	readonly memoryLimit: number;
};

/** The pacing at the start of `bytes`; undefined when they are no beginning of a gcController. */
export const parsePacing = (bytes: Buffer): Pacing | undefined => {
	if (bytes.length < 24) return undefined;
	const percent = bytes.readInt32LE(0);
	const isNegativeLimit = (bytes[15] ?? 0) >= 0x80;
	if (percent < -1 || bytes.readInt32LE(4) !== 0 || isNegativeLimit) return undefined;
	const minimum = bytes.readUInt32LE(20) * 2 ** 32 + bytes.readUInt32LE(16);
	return isMinimumHeap(minimum, percent) ? {percent, memoryLimit: wordAt(bytes, 8)} : undefined;
};

/**
 * Whether the runtime may have computed this size, below which it does not collect, for GOGC in percent: 4 MiB · GOGC / 100,
 * or an eighth of it in a runtime built with heapminimum512kib. When it is off, -1 wraps around in unsigned 64 bits.
 */
export const isMinimumHeap = (minimum: number, percent: number): boolean =>
	percent < 0
		? minimum === (2 ** 64 - smallestHeap) / 100 || minimum === (2 ** 64 - smallestHeap / 8) / 100
		: minimum === Math.floor((smallestHeap * percent) / 100) ||
			minimum === Math.floor((smallestHeap * percent) / 800);

const smallestHeap = 4 * 1024 ** 2;

/** What the last collection left and the next one aims at, in bytes. */
export type Cycle = {
	/** Bytes of objects that the last collection found alive; 0 before the first. */
	readonly marked: number;
	/** Size of the heap at which GOGC wants the next collection to be done; undefined when it is off. */
	readonly goal: number | undefined;
};

/**
 * The cycle in the words before the totals, which stand at `totals`. Undefined unless they fulfil to the byte the formula
 * by which the runtime computes the goal; see `commit` in runtime/mgcpacer.go.
 */
export const parseCycle = (bytes: Buffer, totals: number): Cycle | undefined => {
	const marked = wordAt(bytes, totals + markedOffset);
	const stacks = wordAt(bytes, totals + stacksOffset);
	const globals = wordAt(bytes, totals + globalsOffset);
	if (!Number.isSafeInteger(marked + stacks + globals)) return undefined;
	const goal = bytes.readBigUInt64LE(totals + goalOffset);
	const percent = bytes.readInt32LE(0);
	if (percent < 0) return goal === unlimited ? {marked, goal: undefined} : undefined;
	const paced = BigInt(marked) + (BigInt(marked + stacks + globals) * BigInt(percent)) / 100n;
	const minimum = bytes.readBigUInt64LE(16);
	const expected = paced < minimum ? minimum : paced;
	return goal === expected && goal < tooLarge ? {marked, goal: Number(goal)} : undefined;
};

// Relative to the totals, where they lie in 1.19 as well as from 1.20 on.
const goalOffset = -200;
const stacksOffset = -144;
const globalsOffset = -128;
const markedOffset = -120;

const unlimited = 2n ** 64n - 1n;
const tooLarge = 2n ** 53n;
