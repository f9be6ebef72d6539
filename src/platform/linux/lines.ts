import {type ByteSource, pieceLimit} from './byte-source.ts';

/**
 * The lines of a file of text, some at a time as the kernel gives them; a last one without its end is left out, and so is
 * what lies beyond `limit` bytes.
 */
export async function* linesOf(file: ByteSource, limit: number): AsyncGenerator<readonly string[]> {
	let rest = '';
	for (let position = 0; position < limit; ) {
		const bytes = await file.read(position, pieceLimit);
		if (bytes.length === 0) return;
		position += bytes.length;
		const lines = (rest + bytes.toString('latin1')).split('\n');
		rest = lines.pop() ?? '';
		yield lines;
	}
}
