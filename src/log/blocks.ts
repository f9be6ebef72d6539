/** What bytes are read from, as a file handle of Node reads them: up to `length` bytes, 0 only at the end. */
export type Readable = {
	readonly read: (
		buffer: Buffer,
		offset: number,
		length: number,
		position: number,
	) => Promise<{readonly bytesRead: number}>;
};

/** Some whole lines of a file, each with its `\n`, or a line that is too long to be held. */
export type Block = {
	/** Overwritten when the next block is asked for; empty for a line that is too long. */
	readonly bytes: Buffer;
	/** Where in the file they begin. */
	readonly offset: number;
	/** Where the line behind them begins; `offset` where a line that is too long has no end yet. */
	readonly next: number;
};

/** A line of more bytes than this (1 MiB) is too long to be held in memory. */
export const longestLine = 1_048_576;

/**
 * Reads the lines of a file from a byte offset to its end, ahead of what is asked for. What follows the last newline
 * is not given, unless it is too long. Rejects with a system error.
 */
export async function* readBlocks(handle: Readable, start: number): AsyncGenerator<Block> {
	const [first, second] = [newBuffer(), newBuffer()];
	const carried: Carried = {rest: first.subarray(0, 0), position: start, tooLong: undefined};
	let [here, there] = [first, second];
	let pending = readInto(handle, here, start);
	for (let length = await pending; length > 0; length = await pending) {
		const from = longestLine - carried.rest.length;
		// Before the other buffer, which it lies in, is filled again.
		carried.rest.copy(here, from);
		pending = readInto(handle, there, carried.position + length);
		yield* wholeLines(carried, here.subarray(from, longestLine + length), length);
		[here, there] = [there, here];
	}
	if (carried.tooLong !== undefined) yield tooLong(carried.tooLong, carried.tooLong);
}

/** A block in pieces of some ten thousand bytes, each of whole lines, so that something else can be done in between. */
export function* piecesOf({bytes, offset, next}: Block): Generator<Block> {
	let from = 0;
	while (bytes.length - from > pieceSize) {
		const to = bytes.indexOf(newline, from + pieceSize) + 1;
		yield {bytes: bytes.subarray(from, to), offset: offset + from, next: offset + to};
		from = to;
	}
	if (from < bytes.length || bytes.length === 0) {
		yield {bytes: bytes.subarray(from), offset: offset + from, next};
	}
}

const pieceSize = 65_536;

// So that four bytes can be read wherever there is one.
const spareBytes = 4;

const readSize = 1_048_576;

// Room for what is read, and before it for the beginning of a line that the read before ended in.
const newBuffer = (): Buffer => Buffer.allocUnsafeSlow(longestLine + readSize + spareBytes);

/** What goes over from one read to the next. */
type Carried = {
	/** The beginning of a line. */
	rest: Buffer;
	/** Where in the file the next read begins. */
	position: number;
	/** Where a line began that is too long and has not ended yet. */
	tooLong: number | undefined;
};

const readInto = (handle: Readable, buffer: Buffer, position: number): Promise<number> => {
	const reading = handle.read(buffer, longestLine, readSize, position).then(({bytesRead}) => bytesRead);
	// It is read ahead: nobody may be waiting any more when it fails.
	reading.catch(() => {});
	return reading;
};

// `bytes` end with the `length` bytes just read.
function* wholeLines(carried: Carried, bytes: Buffer, length: number): Generator<Block> {
	carried.position += length;
	const offset = carried.position - bytes.length;
	const from = carried.tooLong === undefined ? 0 : bytes.indexOf(newline) + 1;
	const to = bytes.lastIndexOf(newline) + 1;
	if (carried.tooLong !== undefined && to > 0) {
		yield tooLong(carried.tooLong, offset + from);
		carried.tooLong = undefined;
	}
	if (to > from) yield {bytes: bytes.subarray(from, to), offset: offset + from, next: offset + to};
	carried.rest = bytes.subarray(to);
	if (carried.rest.length > longestLine) carried.tooLong ??= offset + to;
	if (carried.tooLong !== undefined) carried.rest = bytes.subarray(0, 0);
}

const tooLong = (offset: number, next: number): Block => ({bytes: Buffer.alloc(0), offset, next});

const newline = 10;
