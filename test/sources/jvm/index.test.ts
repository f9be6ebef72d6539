import test, {type ExecutionContext} from 'ava';
import {jvmSource} from '../../../src/sources/jvm/index.ts';
import type {Probe} from '../../../src/sources/source.ts';
import type {JavaTarget} from './helpers/java-target.ts';
import {openJvmFor, openWithout, probeFor, settled, startJavaFor, type Without} from './helpers/open-jvm.ts';

const mebibyte = 1024 ** 2;
const collectors = ['Serial', 'Parallel', 'G1', 'Shenandoah'] as const;

const isNear = (value: number | undefined, expected: number): boolean =>
	Math.abs((value ?? Number.NaN) - expected) <= 0.005 * expected;

const checkFigures = async (t: ExecutionContext, java: JavaTarget, probe: Probe) => {
	// The first takes memory of its own that the second finds there.
	await java.report();
	await settled();
	const {values, absent, approximate} = probe.read();
	const report = await java.report();
	t.is(approximate, undefined);
	t.true(isNear(values['jvm.used'], report.used), `${values['jvm.used']} is not ${report.used}`);
	t.true(isNear(values['jvm.committed'], report.committed));
	t.true(isNear(values['jvm.max_heap'], report.max));
	const parts = (jvmSource.parts ?? []).map(id => values[id] ?? (absent?.[id] ? 0 : Number.NaN));
	const sum = parts.reduce((total, part) => total + part, 0);
	t.true(sum === values['jvm.committed']);
};

const testFigures = async (t: ExecutionContext, collector: string) => {
	const java = await startJavaFor(t, [`-XX:+Use${collector}GC`, '-Xms64m', '-Xmx256m']);
	const probe = await openJvmFor(t, java.target);
	t.regex(probe.title ?? '', new RegExp(`^OpenJDK \\d[\\d.]* · ${collector}$`));
	await checkFigures(t, java, probe);
	await java.tell(`allocate ${80 * mebibyte} 10000`);
	await checkFigures(t, java, probe);
	await java.tell('drop');
	await java.tell('collect');
	await checkFigures(t, java, probe);
};

for (const collector of collectors) test(`the figures of MemoryMXBean: ${collector}`, testFigures, collector);

test('ZGC: the figures of the last collection, marked', async t => {
	const java = await startJavaFor(t, ['-XX:+UseZGC', '-Xms256m', '-Xmx256m']);
	const probe = await openJvmFor(t, java.target);
	const {values, absent, approximate} = probe.read();
	t.is(values['jvm.used'], undefined);
	t.is(absent?.['jvm.used'], 'not counted before the first collection');
	t.is(values['jvm.committed'], 256 * mebibyte);
	t.true(approximate);
	await java.tell(`allocate ${80 * mebibyte} 10000`);
	await java.tell('collect');
	await settled();
	const later = probe.read();
	t.true((later.values['jvm.used'] ?? 0) > 76 * mebibyte);
	t.true(later.approximate);
});

test('collections are counted', async t => {
	const java = await startJavaFor(t, ['-XX:+UseSerialGC', '-Xmx64m']);
	const probe = await openJvmFor(t, java.target);
	const before = probe.read().values;
	await java.tell('collect');
	await java.tell('collect');
	const after = probe.read().values;
	t.is((after['jvm.full_collections'] ?? 0) - (before['jvm.full_collections'] ?? 0), 2);
	t.true((after['jvm.full_time'] ?? 0) > (before['jvm.full_time'] ?? 0));
	t.true((after['jvm.metaspace_used'] ?? 0) > 100_000);
});

const testOutside = async (t: ExecutionContext, options: readonly string[]) => {
	const java = await startJavaFor(t, [...options, '-Xms200m', '-Xmx200m']);
	const probe = await openJvmFor(t, java.target);
	await java.tell(`allocate ${50 * mebibyte} 100000`);
	const before = await probe.outside?.();
	await java.tell(`direct ${64 * mebibyte}`);
	const after = await probe.outside?.();
	const growth = (after?.bytes ?? Number.NaN) - (before?.bytes ?? Number.NaN);
	t.true(growth > 63 * mebibyte && growth < 75 * mebibyte, `grew by ${growth}`);
	t.true((before?.bytes ?? Number.NaN) < 150 * mebibyte);
};

test('direct memory is outside the heap: Serial', testOutside, ['-XX:+UseSerialGC']);
test('direct memory is outside the heap: Parallel', testOutside, ['-XX:+UseParallelGC']);
test('direct memory is outside the heap: G1', testOutside, ['-XX:+UseG1GC']);
test('direct memory is outside the heap: G1, touched at once', testOutside, [
	'-XX:+UseG1GC',
	'-XX:+AlwaysPreTouch',
]);
test('direct memory is outside the heap: Shenandoah', testOutside, ['-XX:+UseShenandoahGC']);
test('direct memory is outside the heap: ZGC', testOutside, ['-XX:+UseZGC']);

const testWithout = async (t: ExecutionContext, without: Without) => {
	const java = await startJavaFor(t, ['-XX:+UseParallelGC', '-Xms64m', '-Xmx256m']);
	const probe = probeFor(t, await openWithout(t, java.target, without));
	await checkFigures(t, java, probe);
	await java.tell(`allocate ${40 * mebibyte} 10000`);
	await checkFigures(t, java, probe);
};

test('by its file where its memory may not be read', testWithout, 'memory');
test('by its file where its mappings may not be read either', testWithout, 'memory and maps');

test('every reading adds up while the program allocates and collects', async t => {
	const java = await startJavaFor(t, ['-XX:+UseParallelGC', '-Xmx256m']);
	const probe = await openJvmFor(t, java.target);
	const churning = java.tell('churn 1500 100');
	let [readings, whole] = [0, 0];
	for (const end = Date.now() + 1000; Date.now() < end; readings += 1) {
		const {values, lost} = probe.read();
		t.is(lost, undefined);
		if (readings % 100 === 0) await new Promise(setImmediate);
		const {'jvm.used': used, 'jvm.committed': committed} = values;
		if (used === undefined || committed === undefined) continue;
		whole += 1;
		const sum = used + (values['jvm.free_young'] ?? Number.NaN) + (values['jvm.free_old'] ?? Number.NaN);
		if (sum !== committed) t.fail(`the parts add up to ${sum}, not ${committed}`);
	}
	t.true(whole > 0.3 * readings, `${whole} of ${readings}`);
	await churning;
});
