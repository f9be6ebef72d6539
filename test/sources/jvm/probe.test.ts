import test, {type ExecutionContext} from 'ava';
import {
	g1Counters,
	type ImageCounters,
	serialCounters,
	shenandoahCounters,
} from '../../fuzz/images/hsperfdata.ts';
import {openImage} from './helpers/image-probe.ts';

const mebibyte = 1024 ** 2;

const testValues = (t: ExecutionContext, counters: ImageCounters, expected: Record<string, number>) => {
	const {values, approximate} = openImage(counters).read();
	const actual = Object.fromEntries(
		Object.keys(expected).map(id => [id, (values[`jvm.${id}`] ?? -1) / mebibyte]),
	);
	t.deepEqual(actual, expected);
	t.is(approximate, undefined);
};

test('Serial: one survivor space is not counted', testValues, serialCounters, {
	used: 20,
	committed: 64,
	used_young: 4,
	used_old: 16,
	free_young: 14,
	free_old: 30,
	max_heap: 232,
});

test('G1: what it adds is taken off', testValues, g1Counters, {
	used: 10,
	committed: 64,
	used_young: 4,
	used_old: 6,
	free_young: 6,
	free_old: 48,
	max_heap: 256,
});

test('Shenandoah: what is committed is that of the heap, not of its space', testValues, shenandoahCounters, {
	used: 10,
	committed: 64,
	free_heap: 54,
	max_heap: 256,
});

test('a heap without generations', t => {
	const {values, absent} = openImage(shenandoahCounters).read();
	t.is(values['jvm.used_young'], undefined);
	t.is(absent?.['jvm.free_old'], 'its counters know no generations');
	t.is(values['jvm.pauses'], 8);
	t.is(absent?.['jvm.full_collections'], 'this collector counts none');
});

test('collections and their time', t => {
	const {values} = openImage(g1Counters).read();
	t.is(values['jvm.young_collections'], 7);
	t.is(values['jvm.full_collections'], 8);
	t.is(values['jvm.pauses'], 9);
	t.is(values['jvm.young_time'], 0.25);
});

const testTitle = (t: ExecutionContext, changes: ImageCounters, title: string) => {
	const {opened} = openImage({...serialCounters, ...changes});
	t.is(opened.refused === undefined ? opened.title : opened.refused, title);
};

const name = 'java.property.java.vm.name';
const version = 'java.property.java.version';
test('its title', testTitle, {}, 'OpenJDK 17.0.12 · Serial');
test(
	'its title: HotSpot',
	testTitle,
	{[name]: 'Java HotSpot(TM) 64-Bit Server VM'},
	'Java HotSpot 17.0.12 · Serial',
);
test('its title: unknown', testTitle, {[name]: '\u001B[2J', [version]: 'a\u001Bb'}, 'JVM · Serial');
test('its title: CMS', testTitle, {'sun.gc.policy.name': 'ParNew:CMS'}, 'OpenJDK 17.0.12 · CMS');

const notThere = (
	t: ExecutionContext,
	change: (jvm: ReturnType<typeof openImage>) => void,
	reason: string,
) => {
	const jvm = openImage(serialCounters);
	change(jvm);
	const {values, absent, lost} = jvm.read();
	t.deepEqual(values, {});
	t.is(absent?.['jvm.used'], reason);
	return lost;
};

const testHeld = (...args: Parameters<typeof notThere>) => args[0].is(notThere(...args), undefined);
const testLost = (...args: Parameters<typeof notThere>) => args[0].is(notThere(...args), args[2]);

const change = 'in the middle of a change';
const eden = 'sun.gc.generation.0.space.0.used';
const survivors = ['sun.gc.generation.0.space.1.used', 'sun.gc.generation.0.space.2.used'] as const;
const old = 'sun.gc.generation.1.space.0.used';

test('more used than committed', testHeld, jvm => jvm.set({[old]: 47 * mebibyte}), change);
test(
	'more committed than the process has',
	testHeld,
	jvm => jvm.set({'sun.gc.generation.1.capacity': 2 ** 33}),
	change,
);
test('a negative number', testHeld, jvm => jvm.set({[old]: -1}), change);
test('both survivor spaces filled', testHeld, jvm => jvm.set({[survivors[1]]: 5}), change);
test('the figure of one space in another', testHeld, jvm => jvm.set({[old]: 3 * mebibyte}), change);
test('counters that were closed', testHeld, jvm => jvm.lose('closed'), 'the JVM has closed its counters');
test('a process that has ended', testHeld, jvm => jvm.lose('ended'), 'the process has ended');
test('another program', testLost, jvm => jvm.lose('executed'), 'the process executed another program');
test('memory that is gone', testLost, jvm => jvm.lose('unmapped'), 'the counters of the JVM are gone');

test(
	'a collection that is not done with all that belongs to it',
	testHeld,
	jvm => jvm.set({'sun.gc.cause': 'Allocation Failure'}),
	'a collection has the program stopped',
);

test('G1: the figures of a heap that is being collected are marked', t => {
	const jvm = openImage(g1Counters);
	jvm.set({'sun.gc.collector.0.lastEntryTime': 2_000_259_921});
	const {values, approximate} = jvm.read();
	t.is(values['jvm.used'], 10 * mebibyte);
	t.true(approximate);
});

test(
	'a collection underway',
	testHeld,
	jvm => jvm.set({'sun.gc.collector.0.lastEntryTime': 2_000_259_921}),
	'a collection has the program stopped',
);

test('numbers that change while they are read are read again', t => {
	const jvm = openImage(serialCounters);
	jvm.between(() => jvm.set({[eden]: 5 * mebibyte}));
	t.is(jvm.read().values['jvm.used'], 22 * mebibyte);
});

test('empty survivor spaces of different sizes are marked', t => {
	const capacity = 'sun.gc.generation.0.space.2.capacity';
	const empty = {...serialCounters, [survivors[0]]: 0};
	t.is(openImage(empty).read().approximate, undefined);
	t.true(openImage({...empty, [capacity]: mebibyte}).read().approximate);
	t.is(openImage({...serialCounters, [capacity]: mebibyte}).read().approximate, undefined);
});

test('a limit that cannot be', t => {
	const {values, absent} = openImage({
		...g1Counters,
		'sun.gc.generation.0.maxCapacity': 0,
		'sun.gc.generation.1.maxCapacity': 0,
	}).read();
	t.is(values['jvm.max_heap'], undefined);
	t.is(absent?.['jvm.max_heap'], 'not counted');
});

test('nothing is used before it is counted', t => {
	const {values, absent} = openImage({...serialCounters, [eden]: 0, [old]: 0, [survivors[0]]: 0}).read();
	t.is(values['jvm.used'], undefined);
	t.is(values['jvm.committed'], 64 * mebibyte);
	t.is(absent?.['jvm.used'], 'not counted yet');
});

const testSeldom = (t: ExecutionContext, counters: ImageCounters, expected: true | undefined) => {
	const {'sun.os.hrt.ticks': _, ...later} = counters;
	t.is(openImage(later).read().approximate, expected);
};

test('without refreshed counters, as in OpenJDK 25: Serial', testSeldom, serialCounters, true);
test('without refreshed counters, as in OpenJDK 25: G1', testSeldom, g1Counters, undefined);
test('without refreshed counters, as in OpenJDK 25: Shenandoah', testSeldom, shenandoahCounters, undefined);

test('ZGC counts its heap when it collects', t => {
	const counters = {
		...shenandoahCounters,
		'sun.gc.collector.1.name': 'Z concurrent cycle pauses',
		'sun.gc.collector.0.name': '',
	};
	t.true(openImage(counters).read().approximate);
});

test('counters without a heap', t => {
	t.like(openImage({'sun.os.hrt.frequency': 1}).opened, {
		refused: 'its counters tell of no heap',
		applies: true,
	});
});
