import {open} from 'node:fs/promises';

/**
 * Whether the file of a picture has its end: that of a PNG, a PDF or sixels. gnuplot does not say when it could write
 * only a part. Throws when the file cannot be read.
 */
export const isWholePicture = async (path: string): Promise<boolean> => {
	const file = await open(path);
	try {
		const {size} = await file.stat();
		const length = Math.min(size, longest);
		const {buffer} = await file.read(Buffer.alloc(length), 0, length, size - length);
		return ends.some(end => buffer.includes(end));
	} finally {
		await file.close();
	}
};

// The last chunk of a PNG (ISO/IEC 15948, 11.2.5), the last line of a PDF (ISO 32000-1, 7.5.5), and what ends sixels.
const ends = [Buffer.from('49454e44ae426082', 'hex'), Buffer.from('%%EOF'), Buffer.from('\u001b\\')];
const longest = 16;
