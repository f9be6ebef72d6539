import type {ByteAxis, Range} from './byte-axis.ts';
import type {LabelPlace} from './label-rows.ts';
import type {Size} from './layout.ts';
import type {Points} from './points.ts';
import type {TimeAxis} from './time-axis.ts';

/** How a line is drawn. */
export type Style = 'solid' | 'dashed' | 'thin';

/** A line of a picture. */
export type Curve = Points & {
	readonly style: Style;
	/** `#rrggbb`. */
	readonly colour: string;
	/** Which axis of bytes its `y` (bytes) belongs to; its `x` is a place on the time axis. */
	readonly side: 'left' | 'right';
};

/** A line of the legend, for example `In use · Go Alloc`. */
export type LegendEntry = {readonly label: string; readonly style: Style; readonly colour: string};

/** Recordings drawn, as plain data: what gnuplot or the SVG writer then puts on paper. */
export type Picture = {
	readonly size: Size;
	/** Process, pid and source: `prometheus · pid 4242 · Go 1.19.8`. */
	readonly heading: string;
	/** From when to when. */
	readonly span: string;
	readonly time: TimeAxis;
	readonly left: ByteAxis;
	/** Where `system` is far above `in use`, as an address space is, it has an axis of its own. */
	readonly right?: ByteAxis;
	/** True when the labels of each axis have the colour of the curves that belong to it. */
	readonly hasColouredAxes: boolean;
	readonly curves: readonly Curve[];
	readonly legend: readonly LegendEntry[];
	/** Stretches without samples that are wide enough to be seen, as places on the time axis. */
	readonly gaps: readonly Range[];
	readonly marks: readonly PictureMark[];
};

/** A line across the picture at a place on the time axis. */
export type PictureMark = {
	readonly at: number;
	/** Its words, and where they stand; undefined where there is no room. */
	readonly label: string;
	readonly place: LabelPlace | undefined;
	/** `#rrggbb`. */
	readonly colour: string;
};
