import {ImageError} from './image-error.ts';

/** Bytes read in pieces and never held whole: a file, the memory of a process, an image that a test made. */
export type ByteSource = {
	/**
	 * Up to `length` bytes from `position` on, fewer where it ends or cannot be read. The buffer is the reader's to keep.
	 * Each call is a turn of the event loop, so that what is done with a piece is a slice by itself.
	 */
	readonly read: (position: number, length: number) => Promise<Buffer>;
};

/** The most bytes of one piece: reading and searching it takes a small part of a millisecond. */
export const pieceLimit = 64 * 1024;

/**
 * The same bytes, of which no more than `budget` can be read altogether. Whatever a hostile image names as position or
 * length, the source below is never asked for anything but a piece in the range of whole numbers: ImageError is thrown.
 */
export const withBudget = (source: ByteSource, budget: number): ByteSource => {
	let left = budget;
	return {
		read: (position, length) => {
			if (!isPiece(position, length))
				throw new ImageError(`expected a piece of an image, got ${length} bytes at ${position}`);
			left -= length;
			if (left < 0) throw new ImageError(`expected an image that ${budget} bytes explain, it needs more`);
			return source.read(position, length);
		},
	};
};

/** Exactly `length` bytes. Throws ImageError where there are fewer. */
export const readExactly = async (source: ByteSource, position: number, length: number): Promise<Buffer> => {
	const bytes = await source.read(position, length);
	if (bytes.length === length) return bytes;
	throw new ImageError(`expected ${length} bytes at ${position}, got ${bytes.length}`);
};

/** A part of a source, from `start` up to but without `end`. */
export type Range = {readonly start: number; readonly end: number};

/** A piece, and where it lies in its source. */
export type Piece = {readonly position: number; readonly bytes: Buffer};

/** How a range is cut: `length` of a piece, and how many of its last bytes the next one repeats. */
export type Cut = {readonly length?: number; readonly overlap?: number};

/** The pieces of a range in order; a hole ends them. */
export async function* piecesOf(
	source: ByteSource,
	{start, end}: Range,
	{length = pieceLimit, overlap = 0}: Cut = {},
): AsyncGenerator<Piece> {
	let position = start;
	while (position < end) {
		const bytes = await source.read(position, Math.min(length, end - position));
		if (bytes.length <= overlap && position > start) return;
		yield {position, bytes};
		if (bytes.length < length) return;
		position += bytes.length - overlap;
	}
}

/** Every position in a range at which `pattern` stands. */
export async function* findAll(source: ByteSource, range: Range, pattern: Buffer): AsyncGenerator<number> {
	for await (const {position, bytes} of piecesOf(source, range, {overlap: pattern.length - 1})) {
		for (let at = bytes.indexOf(pattern); at >= 0; at = bytes.indexOf(pattern, at + 1)) yield position + at;
	}
}

const isPiece = (position: number, length: number): boolean =>
	Number.isSafeInteger(position) &&
	position >= 0 &&
	Number.isSafeInteger(position + length) &&
	Number.isInteger(length) &&
	length >= 0 &&
	length <= pieceLimit;
