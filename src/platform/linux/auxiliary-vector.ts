import {readFileSync} from 'node:fs';

/** Sizes the kernel hands to every process it starts. */
export type KernelUnits = {
	/** Bytes in a page. */
	readonly pageSize: number;
	/** Clock ticks in a second, the unit of times in `/proc/PID/stat`. */
	readonly ticksPerSecond: number;
};

/** Reads memtop's own auxiliary vector below `root`, normally `/proc`: exact, and no `getconf` to start. */
export const readKernelUnits = (root: string): KernelUnits =>
	parseAuxiliaryVector(readFileSync(`${root}/self/auxv`));

/**
 * Pairs of a type and a value in the machine's own word size and byte order, see getauxval(3).
 * Throws when the page size (AT_PAGESZ) or the clock tick (AT_CLKTCK) is not among them.
 */
export const parseAuxiliaryVector = (bytes: Uint8Array, isWide = hasWideWords): KernelUnits => {
	const words = asWords(bytes, isWide);
	return {pageSize: unitOfType(words, 6, 'page size'), ticksPerSecond: unitOfType(words, 17, 'clock tick')};
};

const hasWideWords = !['arm', 'ia32', 'mips', 'mipsel'].includes(process.arch);

const asWords = (bytes: Uint8Array, isWide: boolean): readonly number[] => {
	const width = isWide ? 8 : 4;
	// A copy of whole words, because a view on words must start at a multiple of their size.
	const whole = new Uint8Array(bytes.subarray(0, bytes.length - (bytes.length % width))).buffer;
	return isWide ? Array.from(new BigUint64Array(whole), Number) : Array.from(new Uint32Array(whole));
};

const unitOfType = (words: readonly number[], type: number, meaning: string): number => {
	const at = words.findIndex((word, index) => index % 2 === 0 && word === type);
	const value = at < 0 ? undefined : words[at + 1];
	if (value === undefined || value === 0) {
		throw new Error(`expected a ${meaning} in /proc/self/auxv, found none`);
	}
	return value;
};
