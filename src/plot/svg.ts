import {colours, type Frame, frameOf, headRows, size} from './layout.ts';
import {svgMark} from './own-picture.ts';
import type {Picture} from './picture.ts';
import {element, label} from './svg-element.ts';
import {linesOf, scalesOf} from './svg-lines.ts';

/** The picture as a whole SVG document of 1920x1080, for where there is no gnuplot. */
export const svgOf = (picture: Picture): string => {
	const frame = frameOf(picture);
	return `${svgMark}\n${element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			viewBox: `0 0 ${size.width} ${size.height}`,
			...size,
			'font-family': 'DejaVu Sans, Verdana, sans-serif',
			'font-size': 24,
		},
		[
			element('rect', {...size, fill: '#ffffff'}),
			...gapsOf(picture, frame),
			...gridOf(picture, frame),
			...marksOf(picture, frame),
			...linesOf(picture, frame),
			...headOf(picture, frame),
		].join('\n'),
	)}\n`;
};

const gapsOf = (picture: Picture, frame: Frame): string[] => {
	const {x} = scalesOf(picture, frame);
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

const gridOf = (picture: Picture, frame: Frame): string[] => {
	const {x, left, right} = scalesOf(picture, frame);
	const [leftInk, rightInk] = picture.right
		? [colours.inUse, colours.system]
		: [colours.quiet, colours.quiet];
	return [
		...picture.time.tics.flatMap(({at, label: text}) => [
			element('path', {d: `M${x(at)} ${frame.top}V${frame.bottom}`, stroke: colours.grid}),
			label(text, {x: x(at), y: frame.bottom + 40, fill: colours.quiet, 'text-anchor': 'middle'}),
		]),
		...picture.left.tics.flatMap(({at, label: text}) => [
			element('path', {d: `M${frame.left} ${left(at)}H${frame.right}`, stroke: colours.grid}),
			label(text, {x: frame.left - 20, y: left(at) + 8, fill: leftInk, 'text-anchor': 'end'}),
		]),
		...(picture.right?.tics ?? []).map(({at, label: text}) =>
			label(text, {x: frame.right + 20, y: right(at) + 8, fill: rightInk}),
		),
		element('path', {
			d: `M${frame.left} ${frame.top}V${frame.bottom}H${frame.right}${picture.right ? `V${frame.top}` : ''}`,
			fill: 'none',
			stroke: colours.border,
		}),
	];
};

const marksOf = (picture: Picture, frame: Frame): string[] => {
	const {x} = scalesOf(picture, frame);
	return picture.marks.flatMap(({at, label: text}) => [
		element('path', {
			d: `M${x(at)} ${frame.top}V${frame.bottom}`,
			stroke: colours.mark,
			'stroke-dasharray': '2 4',
		}),
		label(text, {x: x(at) + 8, y: frame.top + 30, fill: colours.mark}, 40),
	]);
};

const headOf = (picture: Picture, frame: Frame): string[] => [
	label(picture.heading, {x: frame.left, y: headRows.heading, 'font-size': 38, fill: colours.text}, 90),
	label(picture.span, {x: frame.left, y: headRows.span, fill: colours.quiet}),
	label(picture.time.label, {
		x: (frame.left + frame.right) / 2,
		y: frame.bottom + 84,
		fill: colours.quiet,
		'text-anchor': 'middle',
	}),
];
