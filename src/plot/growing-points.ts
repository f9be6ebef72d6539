import {CannotGoOnError} from '../model/cannot-go-on-error.ts';
import type {Points} from './points.ts';

/** Points that are added one by one. */
export type GrowingPoints = {
	/** Throws CannotGoOnError when there are more than any picture needs. */
	readonly push: (x: number, y: number) => void;
	readonly finish: () => Points;
};

/** No points yet; `limit` is how many there may be. */
export const growingPoints = (limit: number): GrowingPoints => {
	// Of most recordings of a long log nothing is ever drawn.
	let x = none;
	let y = none;
	let length = 0;
	return {
		push: (place, value) => {
			if (length === x.length) [x, y] = [enlarged(x, limit), enlarged(y, limit)];
			x[length] = place;
			y[length] = value;
			length += 1;
		},
		finish: () => ({x: x.slice(0, length), y: y.slice(0, length)}),
	};
};

// Only a clock that goes back and forth across the picture again and again makes so many.
const enlarged = (column: Float64Array<ArrayBuffer>, limit: number): Float64Array<ArrayBuffer> => {
	if (column.length >= limit)
		throw new CannotGoOnError('expected time stamps that ascend, got some that go back again and again');
	const larger = new Float64Array(Math.min(limit, Math.max(64, column.length * 2)));
	larger.set(column);
	return larger;
};

const none = new Float64Array(0);
