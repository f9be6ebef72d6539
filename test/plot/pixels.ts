import type {ExecutionContext} from 'ava';
import {PNG} from 'pngjs';
import {layoutOf} from '../../src/plot/layout.ts';
import type {Picture} from '../../src/plot/picture.ts';

/** Asserts that at 20 sample times the curve's colour lies within two pixels of the sample's place in the picture. */
export const assertDrawn = (
	t: ExecutionContext,
	image: Buffer,
	[picture, name]: readonly [Picture, string],
) => {
	const png = PNG.sync.read(image);
	t.deepEqual([png.width, png.height], [1920, 1080]);
	const curve = picture.curves[picture.legend.findIndex(({label}) => label.startsWith(name))];
	for (let step = 0; curve !== undefined && step < 20; step += 1) {
		const row = Math.floor(((step + 0.5) / 20) * curve.x.length);
		const place = placeOf(picture, {x: curve.x[row] ?? 0, y: curve.y[row] ?? 0, side: curve.side});
		t.true(isNear(png, place, curve.colour), `${name}, row ${row}: nothing at ${place.x},${place.y}`);
	}
	t.truthy(curve);
};

type Point = {readonly x: number; readonly y: number};

const placeOf = (picture: Picture, {x, y, side}: Point & {readonly side: 'left' | 'right'}): Point => {
	const {left, right, top, bottom} = layoutOf(
		picture.size,
		picture.legend.map(({label}) => label),
	).frame;
	const {from, to} = picture.time.range;
	const highest = (side === 'right' ? picture.right : picture.left)?.range.to ?? Number.NaN;
	return {x: left + ((x - from) / (to - from)) * (right - left), y: bottom - (y / highest) * (bottom - top)};
};

const isNear = (png: PNG, {x, y}: Point, colour: string): boolean => {
	for (let row = Math.round(y) - 2; row <= Math.round(y) + 2; row += 1)
		for (let column = Math.round(x) - 2; column <= Math.round(x) + 2; column += 1)
			if (isAlike(png, 4 * (row * png.width + column), colour)) return true;
	return false;
};

const isAlike = (png: PNG, offset: number, colour: string): boolean =>
	[0, 1, 2].every(
		part =>
			Math.abs(
				(png.data[offset + part] ?? 0) - Number.parseInt(colour.slice(1 + 2 * part, 3 + 2 * part), 16),
			) < 40,
	);
