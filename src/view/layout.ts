import type {Rectangle} from './cells.ts';
import type {Size} from './scene.ts';
import {tableWidths} from './table/cell.ts';

/** Where everything is on a screen that has room for charts. */
export type Layout = {
	readonly header: Rectangle;
	/** Under the header, where there is something to say; empty otherwise. */
	readonly meaning: Rectangle;
	readonly inUse: Rectangle;
	readonly system: Rectangle;
	readonly table: Rectangle;
	readonly keys: Rectangle;
};

const frame = 4;
// Below these widths (columns) the table takes its narrow form, and then goes under the charts.
const narrowBelow = 76;
const stackedBelow = 54;

/** Places for a screen of at least 50 by 10 cells. */
export const layoutFor = ({columns, rows}: Size, hasMeaning = false): Layout => {
	const meaning = {x: 0, y: 1, width: columns, height: hasMeaning && rows >= 14 ? 1 : 0};
	const body = {x: 0, y: 1 + meaning.height, width: columns, height: rows - 2 - meaning.height};
	const [charts, table] = columns < stackedBelow ? stacked(body) : sideBySide(body);
	const upper = Math.floor((charts.height - 1) / 2);
	return {
		header: {x: 0, y: 0, width: columns, height: 1},
		meaning,
		inUse: {...charts, height: upper},
		system: {...charts, y: charts.y + upper, height: charts.height - upper},
		table,
		keys: {x: 0, y: rows - 1, width: columns, height: 1},
	};
};

const sideBySide = (body: Rectangle): readonly [Rectangle, Rectangle] => {
	const inner = body.width < narrowBelow ? tableWidths.narrow : tableWidths.wide;
	const charts = {...body, width: body.width - inner - frame};
	return [charts, {...body, x: charts.width, width: inner + frame}];
};

// Without room for both, the charts are worth more than the table, whose main numbers stand in their titles.
const stacked = (body: Rectangle): readonly [Rectangle, Rectangle] => {
	const height = body.height < 20 ? 0 : Math.min(22, Math.floor(body.height / 2));
	const charts = {...body, height: body.height - height};
	return [charts, {...body, y: body.y + charts.height, height}];
};
