import test, {type ExecutionContext} from 'ava';
import {createProc} from '../../../src/platform/linux/proc.ts';
import type {Probe, Refusal} from '../../../src/sources/source.ts';
import {layouts} from '../../../src/sources/v8/layouts.ts';
import {openV8} from '../../../src/sources/v8/open.ts';
import {pageAlignment} from '../../../src/sources/v8/page.ts';
import {plainFigures, v8Image} from '../../fuzz/images/v8-memory.ts';
import {createV8Native} from '../../fuzz/v8-native.ts';
import {createTestClock} from '../../helpers/open-process.ts';

type Version = (typeof layouts)[number]['version'];

// A process whose memory a test writes, field by field.
const openImage = async (version: Version, changes: Readonly<Record<string, number>> = {}) => {
	const layout = layouts.find(candidate => candidate.version === version) ?? layouts[0];
	const {bytes, fields} = v8Image(layout);
	const set = (name: string, value: number): void => {
		const found = fields.filter(field => field.name === name);
		if (found.length === 0) throw new Error(`expected a field, got "${name}"`);
		for (const {offset, size} of found) bytes.writeUIntLE(value, offset, Math.min(size, 6));
	};
	for (const [name, value] of Object.entries(changes)) set(name, value);
	const clock = createTestClock();
	const opened: Probe | Refusal = await openV8(
		{proc: createProc(), clock, target: {pid: 1, name: 'image'}},
		createV8Native(bytes),
	);
	return {opened, set, clock, layout};
};

const readable = async (version: Version) => {
	const {opened, ...image} = await openImage(version);
	if (opened.refused !== undefined) throw new Error(`expected a probe, got: ${opened.refused}`);
	return {probe: opened, ...image};
};

for (const {version} of layouts) {
	test(`the figures of an image: V8 ${version}`, async t => {
		const {probe, layout} = await readable(version);
		const {committed, used, half, inPage, remainder, collections, major} = plainFigures;
		const spaces = layout.heap.spaceCount - 2;
		const remainders = Math.max(0, layout.allocators.length - 1) * remainder;
		const fresh = layout.newSpace.areaSize + inPage;
		const {values, approximate} = probe.read();
		t.is(probe.title, `V8 ${version}`);
		t.is(approximate, false);
		t.like(values, {
			'v8.used': spaces * used - remainders + fresh,
			'v8.total': spaces * committed + 2 * half,
			'v8.free_new': 2 * half - fresh,
			'v8.free_large': (layout.heap.spaceCount - layout.firstLarge) * (committed - used),
			'v8.scavenges': collections - major,
			'v8.mark_compacts': major,
			'v8.heap_limit': 4 * 1024 ** 3 + 3 * 16 * 1024 ** 2,
			'v8.isolates': 1,
		});
	});

	for (const state of [1, 2, 3]) {
		test(`a collection holds the last figures and is counted: V8 ${version}, state ${state}`, async t => {
			const {probe, set} = await readable(version);
			const before = probe.read().values;
			set('state', state);
			set('collections', plainFigures.collections + 1);
			set('size of space 2', 1000);
			const {values, approximate} = probe.read();
			t.is(approximate, true);
			t.is(values['v8.used'], before['v8.used']);
			t.is(values['v8.scavenges'], (before['v8.scavenges'] ?? 0) + 1);
			set('state', 0);
			const after = probe.read();
			t.is(after.approximate, false);
			t.true((after.values['v8.used'] ?? 0) < (before['v8.used'] ?? 0));
		});
	}
}

test('a collection from the beginning leaves no numbers but the counts', async t => {
	const {opened} = await openImage('12.4', {state: 2});
	if (opened.refused !== undefined) throw new Error('expected a probe');
	const {values, absent} = opened.read();
	t.deepEqual(Object.keys(values), ['v8.scavenges', 'v8.mark_compacts']);
	t.is(absent?.['v8.used'], 'a heap could not be read yet');
});

type Broken = {readonly version: Version; readonly field: string; readonly value: number};

const testContradiction = async (t: ExecutionContext, {version, field, value}: Broken) => {
	const {probe, set} = await readable(version);
	const before = probe.read().values;
	set(field, value);
	const reading = probe.read();
	t.is(reading.approximate, true);
	t.is(reading.values['v8.used'], before['v8.used']);
	t.is(reading.lost, undefined);
	for (let tick = 2; tick < 100; tick += 1) t.is(probe.read().lost, undefined);
	t.deepEqual(probe.read().lost, 'the totals of V8 contradict each other');
};

for (const {version} of layouts) {
	for (const [field, value] of Object.entries({
		'size of space 2': plainFigures.committed + 4096,
		'committed by space 3': plainFigures.committed + 8,
		'capacity of space 2': plainFigures.used - 8,
		'most of space 2': plainFigures.used,
		'page area of space 3': 2 * pageAlignment,
		'size of space 8': plainFigures.committed + 8,
		'pages of space 8': 0,
		'committed by space 8': 2 * plainFigures.committed,
		capacity: pageAlignment + 4096,
		'top of the area': 0x2000_0000 + pageAlignment + 8,
	}))
		test(`figures that contradict each other: V8 ${version}, ${field}`, testContradiction, {
			version,
			field,
			value,
		});
}

type Ended = {readonly field: string; readonly value: number};

const testEnd = async (t: ExecutionContext, {field, value}: Ended) => {
	const {probe, set, clock} = await readable('13.6');
	probe.read();
	set(field, value);
	const {values, lost} = probe.read();
	t.deepEqual(values, {});
	t.is(lost, undefined);
	clock.move(10_000);
	t.is(probe.read().lost, 'the process has no isolate any more');
};

test('a heap that is taken down', testEnd, {field: 'state', value: 4});
test('a heap whose memory is something else: its state', testEnd, {field: 'state', value: 77});
test('a heap whose memory is something else: a space of another', testEnd, {
	field: 'heap of space 3',
	value: 0x1001_0008,
});
test('a heap whose memory is something else: a space of another number', testEnd, {
	field: 'number of space 7',
	value: 8,
});

const testUnknown = async (t: ExecutionContext, field: string) => {
	const {opened} = await openImage('14.6', {[field]: 12_345});
	t.deepEqual(opened, {refused: 'V8 keeps its heap in a way memtop does not know', applies: true});
};

for (const field of ['space 2', 'heap of space 5', 'number of space 9', 'pointer to the allocators', 'state'])
	test(`an unknown layout: ${field}`, testUnknown, field);

const testNoPage = async (t: ExecutionContext, field: string) => {
	const {opened} = await openImage('12.4', {[field]: 12_345});
	t.deepEqual(opened, {refused: 'no heap of V8 in its memory', applies: false});
};

for (const field of ['page: base', 'page: size', 'page: heap', 'page: owner', 'page: start', 'page: end'])
	test(`no page of V8: ${field}`, testNoPage, field);
