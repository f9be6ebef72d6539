import type {Style} from '../style.ts';
import {blankCanvas, type Canvas, clearSpan, drawSpan} from './canvas.ts';
import type {Curve} from './curve.ts';
import {dotOf, type Scale} from './scale.ts';

/** One line of a chart; with a `fill`, the area below it is filled in that style. */
export type DrawnCurve = {
	readonly curve: Curve;
	readonly style: Style;
	readonly fill?: Style;
	/** True for dashes with a cell between them; what is steep is drawn all the same. */
	readonly isDashed?: boolean;
};

/** Draws curves one over the other onto a fresh canvas of `across` by `down` cells. */
export const plotArea = (
	curves: readonly DrawnCurve[],
	scale: Scale,
	{across, down, dots}: {across: number; down: number; dots: Canvas['dots']},
): Canvas => {
	const canvas = blankCanvas(across, down, dots);
	const filled = curves.filter(({fill}) => fill !== undefined);
	for (const curve of filled) fillBelow(canvas, curve, scale);
	for (const curve of curves) drawLine(canvas, curve, scale);
	return canvas;
};

const fillBelow = (canvas: Canvas, {curve, fill}: DrawnCurve, scale: Scale): void => {
	const height = canvas.cells.down * canvas.dots[1];
	curve.low.forEach((value, column) => {
		if (Number.isNaN(value) || fill === undefined) return;
		drawSpan(canvas, {column, low: 0, high: dotOf(value, scale, height) - 1, style: fill});
	});
};

// A cell has one colour: what lay in it before, an area or another line, would take on that of the line.
const drawLine = (canvas: Canvas, {curve: {low, high}, style, isDashed}: DrawnCurve, scale: Scale): void => {
	const [across, down] = canvas.dots;
	const height = canvas.cells.down * down;
	const lows = Int32Array.from(low, value => (Number.isNaN(value) ? none : dotOf(value, scale, height)));
	const highs = Int32Array.from(high, value => (Number.isNaN(value) ? none : dotOf(value, scale, height)));
	for (const draw of [clearSpan, drawSpan]) {
		for (let column = 0; column < lows.length; column += 1) {
			const [from = none, to = none] = [lows[column], highs[column]];
			const isLeftOut = isDashed && draw === drawSpan && to - from < down && isBetween(column, across);
			if (from !== none && !isLeftOut) draw(canvas, {column, low: from, high: to, style});
		}
	}
};

// Two cells of line, one without.
const isBetween = (column: number, across: number): boolean => Math.floor(column / across) % 3 === 2;

const none = -1;
