/**
 * The whole lines of `text` that start with `start`, found without looking at the others one by one; of the first
 * thousand those no longer than `lengthLimit` characters, which is more than any endpoint has of them.
 */
export const linesStarting = (text: string, start: string, lengthLimit = 4096): readonly string[] => {
	const lines: string[] = [];
	let begin = text.startsWith(start) ? 0 : next(text, start, 0);
	for (let count = 0; begin >= 0 && count < countLimit; count += 1) {
		const end = text.indexOf('\n', begin);
		// Without its line end it may have been cut off, and a number in it be another.
		if (end < 0) break;
		if (end - begin <= lengthLimit) lines.push(text.slice(begin, end).trimEnd());
		begin = text.startsWith(start, end + 1) ? end + 1 : next(text, start, end);
	}
	return lines;
};

const countLimit = 1000;

const next = (text: string, start: string, from: number): number => {
	const found = text.indexOf(`\n${start}`, from);
	return found < 0 ? -1 : found + 1;
};
