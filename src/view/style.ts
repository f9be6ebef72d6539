/** What a cell of the screen means; the terminal gives each a colour it can show. */
export const styles = [
	'plain',
	'dim',
	'strong',
	'border',
	'borderSelected',
	'inUse',
	'inUseFill',
	'system',
	'systemFill',
	'rss',
	'other',
	'cursor',
	'mark',
	'event',
	'gap',
	'collection',
	'fullCollection',
	'good',
	'bad',
	'key',
	'chosen',
] as const;

/** One of `styles`. */
export type Style = (typeof styles)[number];

/** The number that stands for a style in a column of cells. */
export const styleIndex = Object.fromEntries(styles.map((style, index) => [style, index])) as Readonly<
	Record<Style, number>
>;

/** A piece of text in one style. */
export type Span = {readonly text: string; readonly style: Style};

/** A line of the screen: its pieces from left to right. */
export type Line = readonly Span[];

/** A piece of text; plain unless said otherwise. */
export const span = (text: string, style: Style = 'plain'): Span => ({text, style});

/** Cells that a line takes. */
export const lineWidth = (line: Line): number => line.reduce((width, {text}) => width + text.length, 0);

/** The pieces with a separator between each two. */
export const joined = (spans: readonly Span[], separator: Span): Line =>
	spans.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]));
