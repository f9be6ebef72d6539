import {colours, type Layout, layoutOf} from './layout.ts';
import {longestLabel} from './marks.ts';
import {svgMark} from './own-picture.ts';
import type {Picture} from './picture.ts';
import {element, label} from './svg-element.ts';
import {legendLines, linesOf, scalesOf} from './svg-lines.ts';

/** The picture as a whole SVG document, for where there is no gnuplot. */
export const svgOf = (picture: Picture): string => {
	const {size} = picture;
	const layout = layoutOf(
		size,
		picture.legend.map(({label}) => label),
	);
	return `${svgMark}\n${element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			viewBox: `0 0 ${size.width} ${size.height}`,
			...size,
			'font-family': 'DejaVu Sans, Verdana, sans-serif',
			'font-size': 24 * layout.scale,
		},
		[
			element('rect', {...size, fill: '#ffffff'}),
			...gapsOf(picture, layout),
			...gridOf(picture, layout),
			...marksOf(picture, layout),
			...linesOf(picture, layout),
			...headOf(picture, layout),
			...legendLines(picture, layout),
		].join('\n'),
	)}\n`;
};

const gapsOf = (picture: Picture, layout: Layout): string[] => {
	const {frame} = layout;
	const {x} = scalesOf(picture, layout);
	return picture.gaps.map(({from, to}) =>
		element('rect', {
			x: x(from),
			y: frame.top,
			width: Math.max(0, x(to) - x(from)),
			height: frame.bottom - frame.top,
			fill: colours.gap,
		}),
	);
};

const gridOf = (picture: Picture, layout: Layout): string[] => {
	const {frame, scale} = layout;
	const {x, left, right} = scalesOf(picture, layout);
	const [leftInk, rightInk] = picture.hasColouredAxes
		? [colours.inUse, colours.system]
		: [colours.quiet, colours.quiet];
	return [
		...picture.time.tics.flatMap(({at, label: text}) => [
			element('path', {d: `M${x(at)} ${frame.top}V${frame.bottom}`, stroke: colours.grid}),
			label(text, {x: x(at), y: frame.bottom + 40 * scale, fill: colours.quiet, 'text-anchor': 'middle'}),
		]),
		...picture.left.tics.flatMap(({at, label: text}) => [
			element('path', {d: `M${frame.left} ${left(at)}H${frame.right}`, stroke: colours.grid}),
			label(text, {x: frame.left - 20 * scale, y: left(at) + 8 * scale, fill: leftInk, 'text-anchor': 'end'}),
		]),
		...(picture.right?.tics ?? []).map(({at, label: text}) =>
			label(text, {x: frame.right + 20 * scale, y: right(at) + 8 * scale, fill: rightInk}),
		),
		element('path', {
			d: `M${frame.left} ${frame.top}V${frame.bottom}H${frame.right}${picture.right ? `V${frame.top}` : ''}`,
			fill: 'none',
			stroke: colours.border,
		}),
	];
};

const marksOf = (picture: Picture, layout: Layout): string[] => {
	const {frame, scale} = layout;
	const {x} = scalesOf(picture, layout);
	return picture.marks.flatMap(({at, label: text, place, colour}) => [
		element('path', {
			d: `M${x(at)} ${frame.top}V${frame.bottom}`,
			stroke: colour,
			'stroke-dasharray': '2 4',
		}),
		...(place === undefined
			? []
			: [
					label(
						text,
						{
							x: x(at) + (place.side === 'right' ? 8 : -8) * scale,
							y: frame.top + (30 + 36 * place.row) * scale,
							fill: colour,
							...(place.side === 'left' && {'text-anchor': 'end'}),
						},
						longestLabel,
					),
				]),
	]);
};

const headOf = (picture: Picture, {frame, heading, span, scale}: Layout): string[] => [
	label(
		picture.heading,
		{x: frame.left, y: heading, 'font-size': 38 * scale, fill: colours.text},
		Math.floor((frame.right - frame.left) / (18 * scale)),
	),
	...(span === undefined ? [] : [label(picture.span, {x: frame.left, y: span, fill: colours.quiet})]),
	label(picture.time.label, {
		x: (frame.left + frame.right) / 2,
		y: frame.bottom + 84 * scale,
		fill: colours.quiet,
		'text-anchor': 'middle',
	}),
];
