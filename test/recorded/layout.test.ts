import test from 'ava';
import type {MetricId} from '../../src/model/metric.ts';
import {layoutOf} from '../../src/recorded/layout.ts';
import {headerOf, samplesOf, see} from './helpers/read.ts';

const header = (source: string) => ({
	...{pid: 1, name: 'a', recorded: 5, source, interval: 1, host: 'b'},
});

/** Rows: the source of a header, the columns behind the first three, and the metrics of those that rows have. */
const testMetrics = test.macro(
	(t, source: string, columns: string, expected: readonly (MetricId | undefined)[]) => {
		const {metrics} = layoutOf(header(source), columns.split(' '));
		t.deepEqual(metrics, [undefined, expected[0], expected[1], undefined, ...expected.slice(2)]);
	},
);

test('go', testMetrics, 'go', 'rss virt approx released', [
	...['go.alloc', 'go.sys', 'os.rss', 'os.virt', 'go.released'],
]);
test('os has two of them twice', testMetrics, 'os', 'rss virt approx swap', [
	...['os.rss', 'os.virt', undefined, undefined, 'os.swap'],
]);
test('a tree', testMetrics, 'tree-go', 'approx processes', [
	...['tree-go.in_use', 'tree-go.system', 'tree.processes'],
]);
test('a tree of RSS', testMetrics, 'tree-rss', 'approx tree_rss tree_virt processes', [
	...['tree.rss', 'tree.virt', undefined, undefined, 'tree.processes'],
]);
test('an endpoint of Go', testMetrics, 'url', 'rss virt approx released', [
	...['url.alloc', 'url.sys', 'os.rss', 'os.virt', 'url.released'],
]);
test('an endpoint of a JVM', testMetrics, 'url', 'approx nonheap_used nonheap_committed', [
	...['url.heap_used', 'url.heap_committed', 'url.nonheap_used', 'url.nonheap_committed'],
]);
test('an endpoint alone', testMetrics, 'url', 'rss virt approx', [
	...['url.rss', 'url.virt', undefined, undefined],
]);
test('a column that is not known', testMetrics, 'go', 'rss approx moons', [
	...['go.alloc', 'go.sys', 'os.rss', 'log.moons'],
]);
test('a source that is not known', testMetrics, 'cobol', 'rss approx', [
	'log.in_use',
	'log.system',
	'os.rss',
]);

/** Rows: what a column that is not known holds, and the unit it is shown in. */
const testUnit = test.macro(async (t, value: number, unit: string) => {
	const seen = await see(t, `${headerOf({}, ' approx moons_seen')}1294926363 4 8 0 ${value}\n`);
	const metric = seen.recording.source.metrics.find(({id}) => id === 'log.moons_seen');
	t.like(metric, {label: 'moons seen', unit});
	t.deepEqual(samplesOf(seen, 'log.moons_seen'), [[1_294_926_363, value]]);
});

test('a small number is a count', testUnit, 53, 'count');
test('a large one is bytes', testUnit, 4_433_792, 'bytes');
