import type {Range} from './byte-axis.ts';
import {colours, type Frame, headRows} from './layout.ts';
import type {Curve, Picture} from './picture.ts';
import {strokesOf} from './reduce.ts';
import {element, label, pixels} from './svg-element.ts';

/** From seconds since the origin, and from bytes of either axis, to pixels. */
export type Scales = {
	readonly x: (place: number) => number;
	readonly left: (bytes: number) => number;
	readonly right: (bytes: number) => number;
};

/** The scales of a picture in its frame. */
export const scalesOf = (picture: Picture, {left, right, top, bottom}: Frame): Scales => {
	const leftScale = scale(picture.left.range, {from: bottom, to: top});
	return {
		x: scale(picture.time.range, {from: left, to: right}),
		left: leftScale,
		right: picture.right ? scale(picture.right.range, {from: bottom, to: top}) : leftScale,
	};
};

/** The curves and their legend. */
export const linesOf = (picture: Picture, frame: Frame): string[] => {
	const scales = scalesOf(picture, frame);
	return picture.curves.flatMap((curve, index) => {
		const start = frame.left + index * legendStep;
		return [
			path(curve, curvePath(curve, scales)),
			path(curve, `M${start} ${headRows.legend - 8}h48`),
			label(curve.label, {x: start + 64, y: headRows.legend, fill: colours.text}, 32),
		];
	});
};

const path = ({colour, style}: Curve, d: string): string =>
	element('path', {
		d,
		fill: 'none',
		stroke: colour,
		...strokes[style],
		'stroke-linecap': 'round',
		'stroke-linejoin': 'round',
	});

const curvePath = (curve: Curve, scales: Scales): string =>
	strokesOf(curve)
		.map(([start, end]) => {
			const points: string[] = [];
			for (let row = start; row < end; row += 1) points.push(pointAt(curve, row, scales));
			// A stroke needs two ends to leave a dot.
			return `M${points.length === 1 ? `${points[0]}h0.01` : points.join('L')}`;
		})
		.join('');

const pointAt = (curve: Curve, row: number, scales: Scales): string =>
	`${pixels(scales.x(curve.x[row] ?? 0))} ${pixels(scales[curve.side](curve.y[row] ?? 0))}`;

const scale = (from: Range, to: Range): ((value: number) => number) => {
	const factor = (to.to - to.from) / (from.to - from.from);
	return value => to.from + (value - from.from) * factor;
};

const legendStep = 540;

const strokes = {
	solid: {'stroke-width': 3.5},
	dashed: {'stroke-width': 3, 'stroke-dasharray': '10 9'},
	thin: {'stroke-width': 1.5},
} satisfies Record<Curve['style'], Record<string, string | number>>;
