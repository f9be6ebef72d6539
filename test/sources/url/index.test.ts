import {setTimeout} from 'node:timers/promises';
import test from 'ava';
import type {Metric} from '../../../src/model/metric.ts';
import type {Reading} from '../../../src/model/reading.ts';
import type {Probe} from '../../../src/sources/source.ts';
import {families, processMetrics as metricsOfProcess} from '../../../src/sources/url/families.ts';
import {createUrlSource, openEndpoint} from '../../../src/sources/url/index.ts';
import {expvar, goMetrics, goStats, goValues, jvmMetrics, processMetrics} from './helpers/bodies.ts';
import {serve, startServer} from './helpers/server.ts';

const processTarget = {pid: 42, name: 'service'};
const endpointTarget = {pid: 0, name: '127.0.0.1:9090'};

const testDeclared = test.macro(
	async (t, body: string, target: typeof processTarget, expected: readonly string[]) => {
		const address = await startServer(t, serve({'/metrics': body}));
		const endpoint = await openEndpoint(new URL('/metrics', address));
		const {name, metrics, inUse, system, parts = [], held = []} = createUrlSource(endpoint, target);
		t.is(name, 'url');
		t.deepEqual(
			metrics.map(({label, column}) => (column === undefined ? label : `${label}: ${column}`)),
			expected,
		);
		const ids = metrics.map(({id}) => id);
		for (const id of [inUse, system, ...parts, ...held]) t.true(ids.includes(id));
	},
);

const goLabels = ['Go Alloc', 'Go Sys', 'free in spans', 'held free', 'released: released', 'Go runtime'];
const jvmLabels = [
	'heap used',
	'heap committed',
	'heap free',
	'non-heap used: nonheap_used',
	'non-heap committed: nonheap_committed',
];

test('Go beside a process', testDeclared, goMetrics + processMetrics, processTarget, goLabels);
test('Go alone', testDeclared, goMetrics + processMetrics, endpointTarget, [
	'RSS: rss',
	'VIRT: virt',
	...goLabels,
]);
test('Go alone without process figures', testDeclared, expvar(), endpointTarget, goLabels);
test('JVM', testDeclared, jvmMetrics, processTarget, jvmLabels);
test('process figures beside a process', testDeclared, processMetrics, processTarget, [
	'endpoint RSS',
	'endpoint VIRT',
]);
test('process figures alone', testDeclared, processMetrics, endpointTarget, ['RSS: rss', 'VIRT: virt']);

test('every metric is explained in a sentence', t => {
	const metrics: readonly Metric[] = [...families.go.metrics, ...families.jvm.metrics, ...metricsOfProcess];
	for (const {id, definition} of metrics) {
		t.regex(id, /^url\.[a-z_]+$/);
		t.regex(definition, /^[A-Z].*\.$/);
	}
	t.is(new Set(metrics.map(({id}) => id)).size, metrics.length);
});

test('parts add up to system', t => {
	const sum = families.go.parts.reduce((total, id) => total + goValues[id], 0);
	t.is(sum, goValues['url.sys']);
});

/** Reads until a reading is as wanted; the last one. */
const readUntil = async (probe: Probe, isWanted: (reading: Reading) => boolean): Promise<Reading> => {
	for (let attempt = 0; attempt < 500; attempt += 1) {
		const reading = probe.read();
		if (isWanted(reading)) return reading;
		await setTimeout(10);
	}
	throw new Error('expected such a reading within five seconds, got none');
};

test('follows the endpoint, and says why where it cannot', async t => {
	let answer = serve({'/debug/vars': expvar()});
	const address = await startServer(t, (request, response) => answer(request, response));
	const source = createUrlSource(await openEndpoint(new URL(address)), processTarget);
	const probe = await source.open(processTarget);
	if (probe.refused !== undefined) return t.fail(probe.refused);
	t.teardown(probe.close);
	t.deepEqual(probe.read(), {values: goValues});

	answer = serve({'/debug/vars': expvar({...goStats, Alloc: 5})});
	const changed = await readUntil(probe, ({values}) => values['url.alloc'] === 5);
	t.is(changed.values['url.free_in_spans'], goStats.HeapInuse - 5);

	answer = serve({'/debug/vars': '<html>'});
	const failed = await readUntil(probe, ({values}) => values['url.alloc'] === undefined);
	t.deepEqual(failed.values, {});
	t.is(failed.absent?.['url.alloc'], 'the endpoint gave an HTML page');

	answer = serve({'/debug/vars': jvmMetrics});
	await readUntil(probe, ({absent}) => absent?.['url.sys'] === 'the endpoint gave figures of another kind');

	answer = serve({'/debug/vars': '{"memstats":{"Alloc":1,"Sys":2}}'});
	const partly = await readUntil(probe, ({values}) => values['url.alloc'] === 1);
	t.is(partly.absent?.['url.runtime'], 'not told by the endpoint');
});

test('the first answer is for the first opening, a later one asks anew', async t => {
	let asked = 0;
	const address = await startServer(t, (request, response) => {
		asked += 1;
		serve({'/metrics': goMetrics})(request, response);
	});
	const source = createUrlSource(await openEndpoint(new URL('/metrics', address)), processTarget);
	for (const expected of [1, 2]) {
		const probe = await source.open(processTarget);
		t.is(asked, expected);
		if (probe.refused === undefined) probe.close();
	}
});
