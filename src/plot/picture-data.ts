import {type Points, strokesOf} from './points.ts';

/**
 * The curves as gnuplot reads data: a row `x y` per point, a blank line for a break, two between curves. A point alone
 * between breaks is written twice, because a line needs two ends to leave a dot.
 */
export const pictureData = (curves: readonly Points[]): string => curves.map(curveRows).join('\n\n');

const curveRows = (curve: Points): string =>
	strokesOf(curve)
		.map(stroke => strokeRows(curve, stroke))
		.join('\n');

const strokeRows = ({x, y}: Points, [start, end]: readonly [number, number]): string => {
	const rows: string[] = [];
	for (let row = start; row < end; row += 1) rows.push(`${x[row]} ${y[row]}\n`);
	return (rows.length === 1 ? [...rows, ...rows] : rows).join('');
};
