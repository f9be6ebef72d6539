import type {Cells, Rectangle} from './cells.ts';

/** The screen as plain data: what a terminal has to show, and nothing of how. */
export type Scene = {
	readonly size: Size;
	/** Drawn in this order, each over the ones before. */
	readonly regions: readonly Region[];
	/** First line of the help page that is shown, where it is shown. */
	readonly helpOffset?: number;
	/** The list of processes, over everything else. */
	readonly picker?: PickerScene;
};

/** Size of the terminal in cells. */
export type Size = {readonly columns: number; readonly rows: number};

/** A part of the screen that is drawn as a whole. */
export type Region = {readonly id: RegionId; readonly area: Rectangle; readonly cells: Cells};

/** What a region holds; each has at most one of a kind. */
export type RegionId = 'header' | 'meaning' | 'inUse' | 'system' | 'table' | 'numbers' | 'help' | 'keys';

/** A table to choose a row from: texts by column, all cut to their widths by who paints it. */
export type PickerScene = {
	readonly area: Rectangle;
	readonly title: string;
	readonly headings: readonly string[];
	readonly widths: readonly number[];
	readonly rows: readonly (readonly string[])[];
	readonly selected: number;
};
