import {type EntryPlace, type LegendRoom, legendPlaces} from './legend-places.ts';

/** Size of a picture, in pixels. */
export type Size = {readonly width: number; readonly height: number};

/** Size of a picture where nothing else is asked for. */
export const defaultSize: Size = {width: 1920, height: 1080};

/** Where the frame around the data lies in a picture, in pixels from the left and the top. */
export type Frame = {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
};

/** Left edge and base line of an entry of the legend, and how wide its words may be, in ems. */
export type LegendEntryPlace = {readonly x: number; readonly y: number; readonly ems: number};

/** Where everything in a picture lies, in pixels from the left and the top. */
export type Layout = {
	readonly size: Size;
	/** How large letters and lines are, 1 in a picture of the default size. */
	readonly scale: number;
	readonly frame: Frame;
	/** Base lines of the texts above the frame; the span gives way to the legend. */
	readonly heading: number;
	readonly span: number | undefined;
	/** Where the entries of the legend stand that have room, which the last of them may not have. */
	readonly entries: readonly LegendEntryPlace[];
};

/**
 * The layout of a picture with these entries in its legend; where there is no room for all of them the last are left
 * out. The frame is as wide with a right axis as without, so that the columns of pixels are known before any value is.
 */
export const layoutOf = (size: Size, entries: readonly string[] = []): Layout => {
	const scale = Math.min(size.width / defaultSize.width, size.height / defaultSize.height) ** shrinking;
	const at = (pixels: number): number => Math.round(pixels * scale);
	const {left, right} = frameWidth(size);
	const rowsBelow = (base: number): number =>
		Math.floor((size.height * mostAround - at(100) - base - at(belowLegend)) / at(rowHeight)) + 1;
	const {places, hasSpan} = legendIn(entries, {
		width: (right - left) / scale,
		rows: Math.max(1, rowsBelow(at(162))),
		rowsWithoutSpan: Math.max(1, rowsBelow(at(116))),
	});
	const legend = at(hasSpan ? 162 : 116);
	return {
		...{size, scale, heading: at(68), span: hasSpan ? at(116) : undefined},
		entries: places.map(({row, left: x, ems}) => ({
			...{x: left + Math.round(x * scale), y: legend + row * at(rowHeight), ems},
		})),
		frame: {
			...{left, right, bottom: size.height - at(100)},
			top: legend + at(belowLegend) + (places.at(-1)?.row ?? 0) * at(rowHeight),
		},
	};
};

// The least important entry, which is the last, goes before the span does.
const legendIn = (
	labels: readonly string[],
	{rowsWithoutSpan, ...room}: LegendRoom & {readonly rowsWithoutSpan: number},
): {places: readonly EntryPlace[]; hasSpan: boolean} => {
	const hasSpan = legendPlaces(labels.slice(0, -1), room).isWhole;
	const {places} = legendPlaces(labels, hasSpan ? room : {...room, rows: rowsWithoutSpan});
	return {places, hasSpan};
};

// How much of the height what stands around the frame may take.
const mostAround = 0.6;
const belowLegend = 34;
const rowHeight = 36;

/** Left and right edge of the frame of a picture of this size, both within the frame. */
export const frameWidth = (size: Size): Pick<Frame, 'left' | 'right'> => {
	const margin = Math.round(
		150 * Math.min(size.width / defaultSize.width, size.height / defaultSize.height) ** shrinking,
	);
	return {left: margin, right: size.width - margin};
};

/** How much room labels below the frame have, of what they have in a picture of the default size; at most 1. */
export const labelRoom = (size: Size): number => {
	const {left, right} = frameWidth(size);
	const usual = frameWidth(defaultSize);
	return Math.min(1, (right - left) / (usual.right - usual.left) / layoutOf(size).scale);
};

// Letters of a small picture shrink less than the picture does.
const shrinking = 0.6;

/** Every colour of a picture. */
export const colours = {
	inUse: '#0b63b5',
	system: '#d9480f',
	rss: '#212529',
	text: '#212529',
	quiet: '#5c636a',
	border: '#868e96',
	grid: '#dee2e6',
	gap: '#f1f3f5',
	mark: '#7048a0',
} as const;

/** One colour for each recording where there are several: told apart on white by those who see few colours, too. */
export const recordingColours = [
	'#0b63b5',
	'#d9480f',
	'#00805a',
	'#a03a94',
	'#8a6d00',
	'#1592b8',
	'#343a40',
	'#7a4a1f',
] as const;
