import {setImmediate} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import type {Reading} from '../../src/model/reading.ts';
import {planFor} from '../../src/session/reading.ts';
import {outsideMetric} from '../../src/sources/outside-metric.ts';
import type {Probe, Source} from '../../src/sources/source.ts';
import {goSource} from '../fixtures/source.ts';
import {handClock} from '../sampler/hand-clock.ts';

const source: Source = {
	...goSource,
	metrics: [...goSource.metrics, outsideMetric('go', 'the heap')],
	returned: 'go.released',
	outside: 'go.outside',
	open: async () => ({refused: 'not in these tests', applies: false}),
};

const probeOf = (values: Reading['values']): Probe => ({read: () => ({values}), close: () => {}});

/** The plan of a process with so many resident bytes, on a clock that is set by hand. */
const planned = (rss: number, probe: Probe) => {
	const {clock, run} = handClock();
	const os = probeOf({'os.rss': rss, 'os.virt': 1000});
	return {...planFor(os, {source, probe}, clock), run};
};

const readAll = ({probes}: {readonly probes: readonly Probe[]}): Reading['values'] =>
	Object.assign({}, ...probes.map(probe => probe.read().values));

/** Rows: RSS, what the source says, and what is outside at least. */
const testLeast = (
	t: ExecutionContext,
	rss: number,
	values: Reading['values'],
	expected: number | undefined,
) => {
	t.is(readAll(planned(rss, probeOf(values)))['go.outside'], expected);
};

test('what RSS has beyond system', testLeast, 100, {'go.sys': 60, 'go.released': 0}, 40);
test('what was given back is not resident', testLeast, 100, {'go.sys': 60, 'go.released': 10}, 50);
test('all of it may be inside', testLeast, 100, {'go.sys': 160, 'go.released': 0}, 0);
test('no number without system', testLeast, 100, {'go.released': 0}, undefined);
test('no number without what was given back', testLeast, 100, {'go.sys': 60}, undefined);

test('the row says that it is a lower bound', t => {
	const labelOf = (probe: Probe) =>
		planned(1, probe).source.metrics.find(({id}) => id === 'go.outside')?.label;
	t.is(labelOf(probeOf({})), 'outside ≥');
	t.is(labelOf({...probeOf({}), outside: async () => undefined}), 'outside');
});

test('counted where that is possible, off the tick', async t => {
	const probe = {...probeOf({'go.sys': 60, 'go.released': 0}), outside: async () => ({bytes: 77, cost: 0.1})};
	const plan = planned(100, probe);
	t.like(plan.probes[0]?.read(), {values: {'go.outside': 40}, uncertain: ['go.outside']});
	await setImmediate();
	const counted = plan.probes[0]?.read();
	t.is(counted?.values['go.outside'], 77);
	t.is(counted?.uncertain, undefined);
	t.is(readAll(plan)['go.outside'], undefined);
});

test('between two counts it is told when it must be more', async t => {
	let sys = 60;
	const probe: Probe = {
		read: () => ({values: {'go.sys': sys, 'go.released': 0}}),
		close: () => {},
		outside: async () => ({bytes: 50, cost: 0.1}),
	};
	const plan = planned(100, probe);
	readAll(plan);
	await setImmediate();
	t.is(readAll(plan)['go.outside'], 50);
	sys = 20;
	t.like(plan.probes[0]?.read(), {values: {'go.outside': 80}, uncertain: ['go.outside']});
});

test('no more often than its cost allows', async t => {
	let counts = 0;
	const outside = async () => {
		counts += 1;
		return {bytes: 1, cost: 50};
	};
	const plan = planned(100, {...probeOf({}), outside});
	for (let second = 0; second < 12; second += 1) {
		readAll(plan);
		await setImmediate();
		plan.run(1000);
	}
	// At once, then each five seconds: 50 ms are a hundredth of those.
	t.is(counts, 3);
});

test('where it cannot be counted now it says so', async t => {
	const plan = planned(100, {...probeOf({}), outside: async () => undefined});
	readAll(plan);
	await setImmediate();
	t.deepEqual(plan.probes[0]?.read().absent, {'go.outside': 'cannot be counted now'});
});

test('a probe that is lost says so through it', t => {
	const lost = {read: () => ({values: {}, lost: 'executed another program'}), close: () => {}};
	t.is(planned(1, lost).probes[0]?.read().lost, 'executed another program');
});
