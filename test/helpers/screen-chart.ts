import type {PseudoTerminal} from './pseudo-terminal.ts';

/** A chart as it is read off the screen. */
export type ScreenChart = {
	/** Bytes at the ends of its vertical axis, as they are printed beside it. */
	readonly low: number;
	readonly high: number;
	/** Dots from its lower to its upper end. */
	readonly dots: number;
	/** Per dot column that has any, from the left: its highest dot, counted from 0 at the lower end. */
	readonly tops: readonly number[];
};

/** Reads the chart whose title begins with this: its axis and its braille dots. */
export const readChart = ({rows}: Pick<PseudoTerminal, 'rows'>, title: string): ScreenChart => {
	const screen = rows();
	const first = screen.findIndex(row => row.startsWith(`┌ ${title}`)) + 1;
	const end = screen.findIndex((row, index) => index > first && row.startsWith('└'));
	const framed = screen.slice(first, end);
	const axis = Math.max(...framed.map(row => row.indexOf('┤')));
	// The axis is a line as the frame is, which ends the chart at its right.
	const inside = framed.map(row => row.slice(0, row.indexOf('│', axis + 1)));
	const area = inside.filter(row => !/now|\d\d:\d\d:\d\d/.test(row));
	const labels = area.map(row => /([\d.]+ [KMGT]?i?B) ┤/.exec(row)?.[1]).filter(label => label !== undefined);
	return {
		low: inBytes(labels.at(-1)),
		high: inBytes(labels[0]),
		dots: area.length * 4,
		tops: topsOf(area.map(row => row.slice(axis + 1))),
	};
};

/** Bytes as the screen prints them: `41.2 MiB`. */
export const inBytes = (text = ''): number => {
	const [number, unit = ''] = text.split(' ');
	return Number(number) * 1024 ** 'BKMGT'.indexOf(unit.charAt(0));
};

/** The dot that shows a value, as it should be. */
export const dotFor = (bytes: number, {low, high, dots}: ScreenChart): number =>
	((bytes - low) / (high - low)) * (dots - 1);

const topsOf = (area: readonly string[]): readonly number[] => {
	const columns = Array.from({length: (area[0]?.length ?? 0) * 2}, (_, column) => topOf(area, column));
	return columns.filter(top => top !== undefined);
};

const topOf = (area: readonly string[], column: number): number | undefined => {
	const fromTop = area.findIndex(row => dotsAt(row, column).includes(true));
	const within = dotsAt(area[fromTop] ?? '', column).indexOf(true);
	return fromTop < 0 ? undefined : (area.length - fromTop) * 4 - 1 - within;
};

// Bits of a braille character's left and right column, from the top (Unicode chart U+2800).
const bits = [
	[0x01, 0x02, 0x04, 0x40],
	[0x08, 0x10, 0x20, 0x80],
] as const;

const dotsAt = (row: string, column: number): readonly boolean[] => {
	const code = row.charCodeAt(Math.floor(column / 2));
	const shown = code >= 0x28_00 && code < 0x29_00 ? code - 0x28_00 : 0;
	return (bits[column % 2 === 0 ? 0 : 1] ?? []).map(bit => (shown & bit) > 0);
};
