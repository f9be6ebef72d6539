import type {Glyphs} from './glyphs.ts';
import type {Line} from './style.ts';

/** The titles of a chart, left and right in its upper border. */
export type ChartTitles = {readonly left: Line; readonly right: Line};

/** What titles are made for: cells of the panel, and the characters to draw with. */
export type TitleSpace = {readonly width: number; readonly glyphs: Glyphs};
