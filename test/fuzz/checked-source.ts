import type {ByteSource} from '../../src/platform/linux/byte-source.ts';
import {pieceLimit} from '../../src/platform/linux/byte-source.ts';
import type {HeldBytes} from '../../src/platform/linux/held-bytes.ts';

/** A stretch of bytes at a place, for example a segment in memory. */
export type Stretch = {readonly start: number; readonly bytes: Buffer};

/** A source that fails a case when it is asked for more than a piece, or for what is no position. */
export type CheckedSource = ByteSource & {
	/** Bytes asked for so far. */
	readonly asked: () => number;
};

/** The bytes of some stretches, none between them. */
export const createCheckedSource = (stretches: readonly Stretch[]): CheckedSource => {
	let asked = 0;
	return {
		asked: () => asked,
		read: async (position, length) => {
			asked += length;
			check(position, length);
			return bytesAt(stretches, position, length);
		},
	};
};

/** The same as a file held open. */
export const createCheckedFile = (stretches: readonly Stretch[]): HeldBytes & CheckedSource => {
	const source = createCheckedSource(stretches);
	return {
		...source,
		readNow: (position, into) => {
			check(position, into.length);
			return bytesAt(stretches, position, into.length).copy(into);
		},
		close: () => {},
	};
};

const check = (position: number, length: number): void => {
	const isPosition = Number.isSafeInteger(position) && position >= 0;
	const isLength = Number.isInteger(length) && length >= 0 && length <= pieceLimit;
	if (!isPosition || !isLength)
		throw new RangeError(`expected a piece to be read, got ${length} bytes at ${position}`);
};

const bytesAt = (stretches: readonly Stretch[], position: number, length: number): Buffer => {
	const found = stretches.find(({start, bytes}) => position >= start && position < start + bytes.length);
	return found === undefined
		? Buffer.alloc(0)
		: found.bytes.subarray(position - found.start, position - found.start + length);
};
