import {constants} from 'node:fs';
import {open} from 'node:fs/promises';

/** First line of each SVG that memtop writes, to know it again. */
export const svgMark = '<!-- drawn by memtop -->';

/**
 * Whether a file may be replaced by a new picture: an SVG of memtop, or any PNG, since gnuplot leaves no mark in one.
 * Throws when the file cannot be read.
 */
export const isPicture = async (path: string): Promise<boolean> => {
	// Not through a link, nor waiting for a FIFO, should one have taken its place since.
	const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
	try {
		const {buffer, bytesRead} = await file.read(Buffer.alloc(longest), 0, longest, 0);
		const start = buffer.subarray(0, bytesRead);
		return starts.some(expected => start.subarray(0, expected.length).equals(expected));
	} finally {
		await file.close();
	}
};

// The signature of PNG (ISO/IEC 15948, 5.2).
const starts = [Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(`${svgMark}\n`)];
const longest = Math.max(...starts.map(({length}) => length));
