import {readFileSync} from 'node:fs';
import {PNG} from 'pngjs';

/**
 * What an X server without a screen shows now, without the black around it, from the file it keeps it in: an X window
 * dump (XWDFile.h), which is a header of big-endian words, colours of 12 bytes, then lines of pixels of 4 bytes: blue,
 * green, red, nothing. Throws when all of it is black.
 */
export const readFramebuffer = (path: string): PNG => {
	const dump = readFileSync(path);
	const word = (index: number) => dump.readUInt32BE(4 * index);
	const [width, height, lineBytes] = [word(4), word(5), word(12)];
	const begin = word(0) + 12 * word(19);
	const lines = Array.from({length: height}, (_, y) =>
		dump.subarray(begin + y * lineBytes, begin + y * lineBytes + 4 * width),
	);
	return pictureOf(lines, seenPart(lines));
};

/** How many pixels have a colour like `#rrggbb`, each part of it at most `tolerance` away. */
export const countPixels = ({data}: PNG, colour: string, tolerance: number): number => {
	const [red = 0, green = 0, blue = 0] = Buffer.from(colour.slice(1), 'hex');
	let count = 0;
	for (let from = 0; from < data.length; from += 4) {
		const isLike =
			Math.abs((data[from] ?? 0) - red) <= tolerance &&
			Math.abs((data[from + 1] ?? 0) - green) <= tolerance &&
			Math.abs((data[from + 2] ?? 0) - blue) <= tolerance;
		if (isLike) count += 1;
	}
	return count;
};

type Part = {readonly left: number; readonly right: number; readonly top: number; readonly bottom: number};

const seenPart = (lines: readonly Buffer[]): Part => {
	const ends = lines.map(line => [line.findIndex(isSeen), line.findLastIndex(isSeen)] as const);
	const seen = ends.flatMap(([first, last], y) => (first < 0 ? [] : [{first, last, y}]));
	const [top, bottom] = [seen[0]?.y, seen.at(-1)?.y];
	if (top === undefined || bottom === undefined)
		throw new Error('expected something on the screen, it is black');
	return {
		top,
		bottom,
		left: Math.floor(Math.min(...seen.map(({first}) => first)) / 4),
		right: Math.floor(Math.max(...seen.map(({last}) => last)) / 4),
	};
};

// Not the fourth byte of a pixel.
const isSeen = (value: number, index: number): boolean => value > 0 && index % 4 < 3;

const pictureOf = (lines: readonly Buffer[], {left, right, top, bottom}: Part): PNG => {
	const picture = new PNG({width: right - left + 1, height: bottom - top + 1});
	for (const [y, line] of lines.slice(top, bottom + 1).entries()) {
		for (let x = 0; x < picture.width; x += 1) {
			const from = 4 * (left + x);
			const to = 4 * (y * picture.width + x);
			picture.data[to] = line[from + 2] ?? 0;
			picture.data[to + 1] = line[from + 1] ?? 0;
			picture.data[to + 2] = line[from] ?? 0;
			picture.data[to + 3] = 255;
		}
	}
	return picture;
};
