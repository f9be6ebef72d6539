import type {Range} from './byte-axis.ts';
import {colours, type Layout} from './layout.ts';
import type {Curve, LegendEntry, Picture} from './picture.ts';
import {strokesOf} from './points.ts';
import {strokes} from './strokes.ts';
import {element, label, pixels} from './svg-element.ts';
import {fitted} from './text-width.ts';

/** From places on the time axis, and from bytes of either axis, to pixels. */
export type Scales = {
	readonly x: (place: number) => number;
	readonly left: (bytes: number) => number;
	readonly right: (bytes: number) => number;
};

/** The scales of a picture in its frame. */
export const scalesOf = (picture: Picture, {frame: {left, right, top, bottom}}: Layout): Scales => {
	const leftScale = scale(picture.left.range, {from: bottom, to: top});
	return {
		x: scale(picture.time.range, {from: left, to: right}),
		left: leftScale,
		right: picture.right ? scale(picture.right.range, {from: bottom, to: top}) : leftScale,
	};
};

/** The curves, cut at the edges of the frame. */
export const linesOf = (picture: Picture, layout: Layout): string[] => {
	const scales = scalesOf(picture, layout);
	const {left, right, top, bottom} = layout.frame;
	const frame = element('rect', {x: left, y: top, width: right - left, height: bottom - top});
	return [
		element('clipPath', {id: 'frame'}, frame),
		element(
			'g',
			{'clip-path': 'url(#frame)'},
			picture.curves.map(curve => path(curve, curvePath(curve, scales), layout)).join('\n'),
		),
	];
};

/** What the curves are. */
export const legendLines = ({legend}: Picture, layout: Layout): string[] =>
	layout.entries.flatMap(({x, y, ems}, index) => {
		const entry = legend[index];
		if (!entry) return [];
		return [
			path(entry, `M${pixels(x)} ${pixels(y - 8 * layout.scale)}h${pixels(48 * layout.scale)}`, layout),
			label(fitted(entry.label, ems), {x: x + 64 * layout.scale, y, fill: colours.text}),
		];
	});

const path = ({colour, style}: Pick<LegendEntry, 'colour' | 'style'>, d: string, {scale}: Layout): string => {
	const stroke = strokes[style];
	return element('path', {
		d,
		fill: 'none',
		stroke: colour,
		'stroke-width': stroke.width * scale,
		...('dashes' in stroke && {
			'stroke-dasharray': dashes(stroke)
				.map(length => pixels(length * scale))
				.join(' '),
		}),
		'stroke-linecap': 'round',
		'stroke-linejoin': 'round',
	});
};

// Round ends, without which a single sample leaves no dot, reach into the gaps.
const dashes = ({width, dashes: [on, off]}: (typeof strokes)['dashed']): [number, number] => [
	on - width,
	off + width,
];

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
