import {parsePacing} from './pacing.ts';
import {areConsistent, totalsAt, totalsSize} from './totals.ts';

/** Where the totals of a Go process are. */
export type Location = {
	/** Address of `runtime.gcController`. */
	readonly controller: number;
	/** Bytes from there to its six totals; it differs between versions of Go. */
	readonly totals: number;
};

/** Bytes of a gcController that hold everything from its beginning to behind its totals, in any version. */
export const controllerSize = 512;

/**
 * Offsets in the bytes of a gcController at which six consistent totals stand, of a process with `virtual` bytes of address
 * space; none when it does not begin like one.
 */
export const totalsOffsets = (bytes: Buffer, virtual: number): readonly number[] => {
	if (parsePacing(bytes) === undefined) return [];
	const offsets: number[] = [];
	for (let offset = firstOffset; offset + totalsSize <= Math.min(bytes.length, controllerSize); offset += 8) {
		if (isSubstantial(bytes, offset, virtual)) offsets.push(offset);
	}
	return offsets;
};

// 248 in Go 1.20, 304 in 1.19, 272 in 1.21 to 1.26: nearer, another word may pass for the beginning.
const firstOffset = 248;

const isSubstantial = (bytes: Buffer, offset: number, virtual: number): boolean => {
	const totals = totalsAt(bytes, offset);
	const heap = totals.heapInUse + totals.heapFree + totals.heapReleased;
	return heap >= smallestHeap && areConsistent(totals, virtual);
};

// A runtime takes at least a MiB at once from the system.
const smallestHeap = 1024 ** 2;
