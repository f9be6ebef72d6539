import test from 'ava';
import {plotArea} from '../../../src/view/chart/plot-area.ts';

const scale = {low: 0, high: 7, ticks: []};
const space = {across: 6, down: 2, dots: [2, 4]} as const;

/** Columns of a line through these values, in which something is drawn. */
const drawnIn = (low: readonly number[], high = low, isDashed = true): string => {
	const curve = {low: Float64Array.from(low), high: Float64Array.from(high)};
	const {bits} = plotArea([{curve, style: 'other', isDashed}], scale, space);
	return Array.from({length: 6}, (_, cell) =>
		(bits[cell] ?? 0) + (bits[cell + 6] ?? 0) > 0 ? '-' : ' ',
	).join('');
};

const flat = Array.from({length: 12}, () => 1);
const peak = flat.map((value, column) => (column === 4 ? 7 : value));

test('a line', t => t.is(drawnIn(flat, flat, false), '------'));
test('dashes', t => t.is(drawnIn(flat), '-- -- '));
test('a peak between dashes is drawn', t => t.is(drawnIn(flat, peak), '----- '));
