/** Size of a picture in a file, in pixels. */
export const size = {width: 1920, height: 1080} as const;

/** Where the frame around the data lies in it, in pixels from the left and the top. */
export type Frame = {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
};

/** The frame of a picture: a right axis needs room for its labels. */
export const frameOf = ({right}: {readonly right?: unknown}): Frame => ({
	left: 150,
	right: right === undefined ? 1840 : 1770,
	top: 196,
	bottom: 980,
});

/** Base lines of the texts above the frame, in pixels from the top. */
export const headRows = {heading: 68, span: 116, legend: 162} as const;

/** Every colour of a picture. */
export const colours = {
	inUse: '#0b63b5',
	system: '#d9480f',
	rss: '#5c636a',
	text: '#212529',
	quiet: '#5c636a',
	border: '#868e96',
	grid: '#dee2e6',
	gap: '#f1f3f5',
	mark: '#7048a0',
} as const;
