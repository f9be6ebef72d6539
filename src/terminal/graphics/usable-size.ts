import type {Answer} from './answers.ts';

type Extent = {readonly width: number; readonly height: number};

/**
 * Pixels that a picture may have in a terminal of so many characters, with two lines left below it, from what it said
 * of sizes; undefined where it is too small for one.
 */
export const usableSize = (
	answers: readonly Answer[],
	cells: {readonly columns: number; readonly rows: number},
): Extent | undefined => {
	const most = sizeIn(answers, 'sixelArea') ?? largest;
	const cell = cellSize(answers, cells);
	const width = Math.floor(Math.min(cells.columns * cell.width, most.width, largest.width));
	const height = Math.min((cells.rows - linesLeft) * cell.height, most.height, largest.height);
	const whole = Math.floor(height / sixelHeight) * sixelHeight;
	return width < smallest.width || whole < smallest.height ? undefined : {width, height: whole};
};

const cellSize = (
	answers: readonly Answer[],
	{columns, rows}: {readonly columns: number; readonly rows: number},
): Extent => {
	const cell = sizeIn(answers, 'cell');
	if (cell) return cell;
	// xterm says how large a picture may be now: as its window, or less.
	const area = sizeIn(answers, 'textArea') ?? sizeIn(answers, 'sixelArea');
	return area ? {width: area.width / columns, height: area.height / rows} : usualCell;
};

const sizeIn = (answers: readonly Answer[], kind: Answer['kind']): Extent | undefined =>
	answers.find((answer): answer is Extract<Answer, Extent> => answer.kind === kind && 'width' in answer);

// One for the text under the picture, one that a terminal may scroll by after it.
const linesLeft = 2;
// A sixel is a column of six pixels.
const sixelHeight = 6;
const usualCell = {width: 9, height: 18};
const largest = {width: 3840, height: 2160};
// Less has no room for axes and their labels.
const smallest = {width: 240, height: 120};
