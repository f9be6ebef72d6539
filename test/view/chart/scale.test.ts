import test from 'ava';
import type {Unit} from '../../../src/model/metric.ts';
import {dotOf, scaleFor} from '../../../src/view/chart/scale.ts';
import {randomFrom} from '../../fixtures/random.ts';

const mebibyte = 1024 ** 2;
const needs = {unit: 'bytes', isZeroBased: false, rows: 10} as const;

type Values = readonly [min: number, max: number];

/** Rows: extent in MiB; the labels of the axis, from below. */
const testTicks = test.macro((t, [min, max]: Values, expected: readonly string[], change: object = {}) => {
	const {ticks} = scaleFor({min: min * mebibyte, max: max * mebibyte}, {...needs, ...change});
	t.deepEqual(
		ticks.map(({label}) => label),
		expected,
	);
});

test('an axis in MiB', testTicks, [40, 48], ['40 MiB', '42 MiB', '44 MiB', '46 MiB', '48 MiB']);
test(
	'an axis that ends beyond its values',
	testTicks,
	[41, 54],
	['40 MiB', '44 MiB', '48 MiB', '52 MiB', '56 MiB'],
);
test(
	'many rows, more ticks',
	testTicks,
	[40, 46],
	['40 MiB', '41 MiB', '42 MiB', '43 MiB', '44 MiB', '45 MiB', '46 MiB'],
	{rows: 40},
);
test('a zero-based axis', testTicks, [40, 48], ['0 B', '16 MiB', '32 MiB', '48 MiB'], {isZeroBased: true});
test(
	'an axis through units',
	testTicks,
	[900, 1300],
	['896 MiB', '1024 MiB', '1152 MiB', '1280 MiB', '1408 MiB'],
);
test('nothing yet', testTicks, [Number.NaN, Number.NaN], ['0 B', '128 KiB', '256 KiB', '384 KiB', '512 KiB']);
test('nothing used', testTicks, [0, 0], ['0 B', '128 KiB', '256 KiB', '384 KiB', '512 KiB']);
test(
	'a level line is drawn in 5 % of its height',
	testTicks,
	[100, 100],
	['96 MiB', '98 MiB', '100 MiB', '102 MiB', '104 MiB'],
);

/** Extents of all sizes, from bytes to a hundred TiB, for a test that holds for each. */
const extents = (seed: number): readonly {min: number; max: number}[] => {
	const random = randomFrom(seed);
	return Array.from({length: 2000}, () => {
		const max = 2 ** (random() * 47);
		return {min: Math.round(max * random()), max: Math.round(max)};
	});
};

const units: readonly Unit[] = ['bytes', 'count', 'percent', 'perSecond', 'seconds'];

for (const unit of units) {
	test(`axes of ${unit} hold their values, and end on ticks that ascend evenly`, t => {
		for (const [index, extent] of extents(7).entries()) {
			const {low, high, ticks} = scaleFor(extent, {
				unit,
				isZeroBased: index % 3 === 0,
				rows: 1 + (index % 40),
			});
			t.true(low <= extent.min && high >= extent.max && low >= 0, JSON.stringify(extent));
			t.true(ticks.length >= 2 && ticks.length <= 11, `${ticks.length} ticks`);
			const step = (high - low) / (ticks.length - 1);
			for (const [at, {value}] of ticks.entries()) t.true(Math.abs(value - low - at * step) < 1e-6 * high);
		}
	});
}

test('ticks of bytes are a power of two apart, and multiples of it', t => {
	for (const extent of extents(8)) {
		const {ticks} = scaleFor(extent, needs);
		const step = (ticks[1]?.value ?? 0) - (ticks[0]?.value ?? 0);
		t.true(Number.isInteger(Math.log2(step)), `${step}`);
		t.true(ticks.every(({value}) => value % step === 0));
	}
});

/** Rows: how many rows of cells the axis has. */
const testLabels = test.macro((t, rows: number) => {
	for (const extent of extents(9)) {
		const labels = scaleFor(extent, {...needs, rows}).ticks.map(({label}) => label);
		t.deepEqual(labels, [...new Set(labels)]);
		t.true(
			labels.every(({length}) => length <= 9),
			labels.join(', '),
		);
	}
});

test('no two ticks have the same label, and each fits beside the axis', testLabels, 10);
test('no two ticks of a tall axis have the same label', testLabels, 40);

test('idle jitter is not a mountain', t => {
	const jitter = 64 * 1024;
	for (const level of [1, 40, 1000, 30_000]) {
		const middle = level * mebibyte;
		const scale = scaleFor({min: middle - jitter, max: middle + jitter}, needs);
		t.true((2 * jitter) / (scale.high - scale.low) <= 0.125, `${level}`);
	}
});

test('the axis stays put while values move between its ticks', t => {
	const scales = Array.from({length: 50}, (_, index) =>
		scaleFor({min: (40.2 + index / 100) * mebibyte, max: (47.4 + index / 100) * mebibyte}, needs),
	);
	for (const scale of scales) t.deepEqual(scale, scales[0]);
});

const axis = scaleFor({min: 0, max: 100}, {unit: 'count', isZeroBased: true, rows: 10});

const testDot = test.macro((t, value: number, expected: number) => {
	t.deepEqual([axis.low, axis.high], [0, 100]);
	t.is(dotOf(value, axis, 41), expected);
});

test('the lower end', testDot, 0, 0);
test('the upper end', testDot, 100, 40);
test('the middle', testDot, 50, 20);
test('the nearest dot', testDot, 51, 20);
test('below the axis', testDot, -5, 0);
test('above the axis', testDot, 500, 40);
