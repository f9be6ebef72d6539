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

/** Where everything in a picture lies, in pixels from the left and the top. */
export type Layout = {
	readonly size: Size;
	/** How large letters and lines are, 1 in a picture of the default size. */
	readonly scale: number;
	readonly frame: Frame;
	/** Base lines of the texts above the frame, and of the first row of the legend. */
	readonly heading: number;
	readonly span: number;
	readonly legend: number;
	/** How many entries of the legend stand in a row, and how far apart rows and entries are. */
	readonly perRow: number;
	readonly entryWidth: number;
	readonly rowHeight: number;
};

/**
 * The layout of a picture with so many entries in its legend. The frame is as wide with a right axis as without, so
 * that the columns of pixels are known before any value is.
 */
export const layoutOf = (size: Size, entries = 3): Layout => {
	const scale = Math.min(size.width / defaultSize.width, size.height / defaultSize.height) ** shrinking;
	const at = (pixels: number): number => Math.round(pixels * scale);
	const {left, right} = frameWidth(size);
	const perRow = Math.max(1, Math.floor((right - left) / at(540)));
	const mostRows = Math.max(1, Math.floor((size.height * 0.4 - at(160)) / at(36)));
	const rows = Math.min(mostRows, Math.max(1, Math.ceil(entries / perRow)));
	return {
		...{size, scale, perRow, entryWidth: Math.floor((right - left) / perRow), rowHeight: at(36)},
		...{heading: at(68), span: at(116), legend: at(162)},
		frame: {left, right, top: at(196) + (rows - 1) * at(36), bottom: size.height - at(100)},
	};
};

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

/** Letters of an entry of the legend that have room. */
export const legendLetters = 37;

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
