import test from 'ava';
import type {Reading} from '../../src/model/reading.ts';
import {createSampler, decimalsFor} from '../../src/sampler/sampler.ts';
import {TargetGoneError} from '../../src/target/errors.ts';
import {handClock} from './hand-clock.ts';
import {plainReading, probeOf, sampling, start} from './sampling.ts';

test('the first sample at once, the others on the grid', t => {
	const {sampler, run, times} = sampling();
	t.deepEqual(times(), []);
	sampler.start();
	run(3500);
	t.deepEqual(times(), [0, 1, 2, 3]);
});

test('a late tick does not move the grid', t => {
	const {sampler, run, stall, times, notes} = sampling();
	sampler.start();
	stall(1400);
	run(2000);
	t.deepEqual(times(), [0, 1.4, 2, 3]);
	t.is(sampler.missed(), 0);
	t.deepEqual(notes(), []);
});

test('missed ticks are skipped and counted, not made up for', t => {
	const {sampler, run, stall, times, notes} = sampling();
	sampler.start();
	stall(3500);
	run(2000);
	t.deepEqual(times(), [0, 3.5, 4, 5]);
	t.is(sampler.missed(), 2);
	t.deepEqual(notes(), []);
});

test('a tick that fires a little early is not taken twice', t => {
	const {sampler, run, fireEarly, times} = sampling();
	sampler.start();
	fireEarly(0.4);
	fireEarly(0.4);
	run(1500);
	t.deepEqual(times(), [0, 1, 2, 3]);
	t.is(sampler.missed(), 0);
});

/** Rows: seconds between samples, milliseconds without a tick; whether that is a gap and what it says. */
const testGap = test.macro((t, [interval, stalled]: readonly [number, number], expected?: object) => {
	const {sampler, stall, entries} = sampling({interval});
	sampler.start();
	stall(stalled);
	const types = entries.map(({type}) => type);
	t.deepEqual(types, expected ? ['sample', 'gap', 'break', 'sample'] : ['sample', 'sample']);
	if (expected) t.like(entries[1], {type: 'gap', details: expected});
});

test('three intervals missing are no gap', testGap, [1, 4000]);
test('more than three are', testGap, [1, 4010], {reason: 'late', seconds: 3.01, missed: 3});
test('an hour missing', testGap, [1, 3_601_000], {reason: 'late', seconds: 3600, missed: 3600});
test('250 ms missing at 10 ms are no gap', testGap, [0.01, 260]);
test('more than 250 ms are', testGap, [0.01, 270], {reason: 'late', seconds: 0.26, missed: 26});

test('a gap says why, where that is known, even when it is short', t => {
	const {sampler, run, stall, notes} = sampling();
	sampler.start();
	sampler.explain('suspended');
	stall(2000);
	run(1000);
	t.deepEqual(notes(), [
		{type: 'gap', time: start + 2, details: {reason: 'suspended', seconds: 1, missed: 1}},
		{type: 'break'},
	]);
});

const testStep = test.macro((t, by: number, expected: number | undefined) => {
	const {sampler, run, setWall, notes} = sampling();
	sampler.start();
	setWall(by);
	run(1000);
	const told = [{type: 'step', time: start + 1 + by / 1000, details: {by: expected}}, {type: 'break'}];
	t.deepEqual(notes(), expected === undefined ? [] : (told as readonly object[]));
});

test('the clock is set forward', testStep, 3_600_000, 3600);
test('the clock is set back', testStep, -60_000, -60);
test('the clock is set by a little', testStep, 200, undefined);
test('the clock is slewed', testStep, 1, undefined);

test('after the machine slept there is a step, not a gap too', t => {
	const {sampler, setWall, stall, notes} = sampling();
	sampler.start();
	setWall(8000);
	stall(8000);
	t.deepEqual(
		notes().map(({type}) => type),
		['step', 'break'],
	);
});

test('the end of the target is told once, and nothing is read after it', t => {
	let reads = 0;
	const read = (): Reading => {
		reads += 1;
		if (reads > 2) throw new TargetGoneError('the process has ended');
		return plainReading;
	};
	const {sampler, run, notes, samples, isWaiting} = sampling({probes: [probeOf(read)]});
	sampler.start();
	run(10_000);
	sampler.setInterval(0.5);
	run(10_000);
	t.is(samples().length, 2);
	t.deepEqual(notes(), [{type: 'end', time: start + 2, details: {reason: 'target ended'}}]);
	t.is(reads, 3);
	t.false(isWaiting());
});

test('any other failure of a probe is not hidden', t => {
	const fail = (): Reading => {
		throw new RangeError('a mistake of ours');
	};
	t.throws(sampling({probes: [probeOf(fail)]}).sampler.start, {instanceOf: RangeError});
});

test('nothing is sampled after it is stopped', t => {
	const {sampler, run, times} = sampling();
	sampler.start();
	run(1000);
	sampler.stop();
	sampler.setInterval(0.1);
	run(5000);
	t.deepEqual(times(), [0, 1]);
});

test('it can be stopped while it tells a sample', t => {
	const hand = handClock();
	let told = 0;
	const sampler = createSampler({
		...{probes: [probeOf(() => plainReading)], interval: 1, clock: hand.clock, paceFor: hand.paceFor},
		source: {inUse: 'used', system: 'held'},
		emit: () => {
			told += 1;
			sampler.stop();
		},
	});
	sampler.start();
	hand.run(5000);
	t.is(told, 1);
	t.false(hand.isWaiting());
});

test('another interval begins the grid anew', t => {
	const {sampler, run, times} = sampling();
	sampler.start();
	run(1300);
	sampler.setInterval(0.5);
	run(1200);
	t.deepEqual(times(), [0, 1, 1.8, 2.3]);
});

test('a shorter interval is no gap: nothing was missing by the old one', t => {
	const {sampler, run, notes} = sampling({interval: 60});
	sampler.start();
	run(50_000);
	sampler.setInterval(0.1);
	run(1000);
	t.deepEqual(notes(), []);
	t.is(sampler.missed(), 0);
});

test('an interval that is set before the start does not start it', t => {
	const {sampler, run, times} = sampling();
	sampler.setInterval(0.5);
	run(3000);
	t.deepEqual(times(), []);
	sampler.start();
	run(1000);
	t.deepEqual(times(), [3, 3.5, 4]);
});

test('decimals of the stamps', t => {
	t.is(decimalsFor(1), 3);
	t.is(decimalsFor(0.1), 3);
	t.is(decimalsFor(0.099), 6);
	t.is(decimalsFor(0.001), 6);
});
