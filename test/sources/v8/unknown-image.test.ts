import test, {type ExecutionContext} from 'ava';
import {createProc} from '../../../src/platform/linux/proc.ts';
import type {Probe, Refusal} from '../../../src/sources/source.ts';
import {openV8} from '../../../src/sources/v8/open.ts';
import {pageAlignment} from '../../../src/sources/v8/page.ts';
import {unknownLayouts} from '../../fuzz/images/unknown-layouts.ts';
import {plainFigures, wholeV8Image} from '../../fuzz/images/v8-memory.ts';
import {createV8Native} from '../../fuzz/v8-native.ts';
import {createTestClock} from '../../helpers/open-process.ts';

const versions = Object.keys(unknownLayouts) as readonly (keyof typeof unknownLayouts)[];

// A process with a layout that no version has, whose memory a test writes, field by field.
const openImage = async (
	version: keyof typeof unknownLayouts,
	changes: Readonly<Record<string, number>> = {},
) => {
	const {bytes, fields} = wholeV8Image(unknownLayouts[version]);
	const set = (name: string, value: number): void => {
		const found = fields.filter(field => field.name === name);
		if (found.length === 0) throw new Error(`expected a field, got "${name}"`);
		for (const {offset, size} of found) bytes.writeUIntLE(value, offset, Math.min(size, 6));
	};
	for (const [name, value] of Object.entries(changes)) set(name, value);
	const opened: Probe | Refusal = await openV8(
		{proc: createProc(), clock: createTestClock(), target: {pid: 1, name: 'image'}},
		createV8Native(bytes),
	);
	return {opened, set};
};

const readable = async (version: keyof typeof unknownLayouts) => {
	const {opened, set} = await openImage(version);
	if (opened.refused !== undefined) throw new Error(`expected a probe, got: ${opened.refused}`);
	return {probe: opened, set};
};

for (const version of versions) {
	test(`the figures of a layout that is found: ${version}`, async t => {
		const {probe} = await readable(version);
		const {heap, newSpace, allocators, firstLarge} = unknownLayouts[version];
		const {committed, used, half, inPage, remainder} = plainFigures;
		const spaces = heap.spaceCount - 2;
		const fresh = newSpace.areaSize + inPage;
		const {values, absent, approximate} = probe.read();
		t.is(probe.title, 'V8');
		// Nothing says which version it is.
		t.true(approximate);
		t.like(values, {
			'v8.used': spaces * used - (allocators.length - 1) * remainder + fresh,
			'v8.total': spaces * committed + 2 * half,
			'v8.free_large': (heap.spaceCount - firstLarge) * (committed - used),
			'v8.isolates': 1,
		});
		for (const id of ['v8.external', 'v8.heap_limit', 'v8.scavenges', 'v8.mark_compacts']) {
			t.is(values[id], undefined);
			t.is(absent?.[id], 'not known in this version of V8');
		}
	});

	test(`without an allocation area the last figures are held: ${version}`, async t => {
		const {probe, set} = await readable(version);
		const before = probe.read().values;
		for (const field of ['start', 'top', 'limit']) set(`${field} of the area`, 0);
		set('size of space 2', 1000);
		t.deepEqual(probe.read().values, before);
	});

	test(`a heap whose table has other spaces is no more: ${version}`, async t => {
		const {probe, set} = await readable(version);
		probe.read();
		set('space 2', 0);
		t.deepEqual(probe.read().values, {});
	});
}

type Broken = {readonly version: keyof typeof unknownLayouts; readonly field: string; readonly value: number};

const testRefusal = async (t: ExecutionContext, {version, field, value}: Broken) => {
	const {opened} = await openImage(version, {[field]: value});
	t.deepEqual(opened, {refused: 'V8 keeps its heap in a way memtop does not know', applies: true});
};

for (const version of versions) {
	for (const [field, value] of Object.entries({
		'space 2': 12_345,
		'heap of space 2': 12_345,
		'number of space 3': 9,
		'committed by space 2': 5 * pageAlignment,
		'size of space 2': plainFigures.committed,
		'page area of space 3': 2 * pageAlignment,
		'pages of space 8': 400,
		'heap of a half': 12_345,
		'committed by a half': pageAlignment,
		capacity: pageAlignment + 4096,
		'current page': 0x1000_0000,
		'top of the new space': 12_345,
		'top of the area': 0,
		'limit of the area': 0x2000_0000,
		'pointer to the allocators': 12_345,
		'heap of allocator 2': 12_345,
		'space of allocator 3': 12_345,
		'area of allocator 1': 12_345,
	}))
		test(`a layout that is not found: ${version}, ${field}`, testRefusal, {version, field, value});
}
