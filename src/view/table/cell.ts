import {type Span, type Style, span} from '../style.ts';

/** Cells that a table is wide inside its frame: with in use and system side by side, and one under the other. */
export const tableWidths = {wide: 35, narrow: 24} as const;

/** The first cell of a row: what its numbers are. */
export const labelCell = (text: string, style: Style = 'dim'): Span =>
	span(text.slice(0, labelWidth).padEnd(labelWidth), style);

/** A number of a row, at the right of its cell. */
export const valueCell = (text: string, style: Style = 'plain'): Span =>
	span(text.slice(0, valueWidth - 1).padStart(valueWidth), style);

const labelWidth = 13;
const valueWidth = 11;
