import test from 'ava';
import type {Reading} from '../../src/model/reading.ts';
import {probeOf, sampling} from './sampling.ts';

/** Rows: what is read tick by tick; in use, system and whether they are approximate, tick by tick. */
const testMerged = test.macro(
	(
		t,
		readings: readonly (readonly Reading[])[],
		expected: readonly (readonly [inUse: number, system: number, approximate: boolean])[],
	) => {
		const width = readings[0]?.length ?? 0;
		let ticks = -1;
		const probes = Array.from({length: width}, (_, at) =>
			probeOf(() => {
				if (at === 0) ticks += 1;
				return readings[ticks]?.[at] ?? {values: {}};
			}),
		);
		const {sampler, run, samples} = sampling({probes});
		sampler.start();
		run((readings.length - 1) * 1000);
		t.deepEqual(
			samples().map(({inUse, system, approximate}) => [inUse, system, approximate] as const),
			expected,
		);
	},
);

const whole: Reading = {values: {used: 1, held: 2}};
const none: Reading = {values: {}};

test('read', testMerged, [[whole]], [[1, 2, false]]);
test('never read', testMerged, [[none]], [[Number.NaN, Number.NaN, true]]);
test(
	'held over',
	testMerged,
	[[whole], [none], [whole]],
	[
		[1, 2, false],
		[1, 2, true],
		[1, 2, false],
	],
);
test(
	'one of the two held over',
	testMerged,
	[[whole], [{values: {held: 5}}]],
	[
		[1, 2, false],
		[1, 5, true],
	],
);
test(
	'zero is a value',
	testMerged,
	[[whole], [{values: {used: 0, held: 0}}]],
	[
		[1, 2, false],
		[0, 0, false],
	],
);
test('best effort', testMerged, [[{...whole, approximate: true}]], [[1, 2, true]]);
test('later probes win', testMerged, [[whole, {values: {used: 9}}]], [[9, 2, false]]);
test('best effort of any probe', testMerged, [[whole, {values: {}, approximate: true}]], [[1, 2, true]]);

test('values and reasons of all probes are in the sample', t => {
	const one = probeOf(() => ({values: {used: 1, held: 2}, absent: {swap: 'not permitted'}}));
	const other = probeOf(() => ({values: {threads: 3}, absent: {pss: 'too slow'}}));
	const {sampler, samples} = sampling({probes: [one, other]});
	sampler.start();
	t.deepEqual(samples()[0]?.values, {used: 1, held: 2, threads: 3});
	t.deepEqual(samples()[0]?.absent, {swap: 'not permitted', pss: 'too slow'});
});

test('without a reason there is none in the sample', t => {
	const {sampler, samples} = sampling();
	sampler.start();
	t.false('absent' in (samples()[0] ?? {}));
});

/** Rows: one reading; which metrics its sample says are uncertain. */
const testUncertain = test.macro((t, reading: Reading, expected: readonly string[] | undefined) => {
	const {sampler, samples} = sampling({
		probes: [probeOf(() => reading), probeOf(() => ({values: {other: 1}}))],
	});
	sampler.start();
	t.deepEqual(samples()[0]?.uncertain, expected);
});

const roughly = {approximate: true, uncertain: ['used']};

test('some of its numbers are uncertain', testUncertain, {...whole, ...roughly}, ['used']);
test('one of those has no number', testUncertain, {values: {held: 2}, ...roughly}, ['used']);
test('another one has none', testUncertain, {values: {used: 1}, ...roughly}, ['used', 'held']);
test('both are', testUncertain, {...whole, approximate: true}, ['used', 'held']);
test('another metric is, and the two are not', testUncertain, {...whole, uncertain: ['other']}, ['other']);
test('none is', testUncertain, whole, undefined);
