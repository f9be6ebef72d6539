import test from 'ava';
import {parseMapping} from '../../../src/platform/linux/process-maps.ts';
import {createIsolates} from '../../../src/sources/v8/isolates.ts';
import {layouts} from '../../../src/sources/v8/layouts.ts';
import {locateIsolate} from '../../../src/sources/v8/locate-isolate.ts';
import {createMemoryView} from '../../../src/sources/v8/memory-view.ts';
import {objectsSize, v8Addresses, v8Image} from '../../fuzz/images/v8-memory.ts';
import {createV8Native} from '../../fuzz/v8-native.ts';
import {createTestClock} from '../../helpers/open-process.ts';

const distance = 0x10_0000_0000;

// As many isolates as are asked for, each the same image at another place, read by a machine that takes so many
// milliseconds for a piece of memory.
const createMany = (count: number, cost: number) => {
	const [layout] = layouts;
	const {memory} = createV8Native(v8Image(layout).bytes);
	const {objects, heap} = v8Addresses;
	const line = `${objects.toString(16)}-${(objects + objectsSize).toString(16)} rw-p 0 0:0 0`;
	const view = createMemoryView(memory, [parseMapping(line) ?? []].flat());
	const isolate = locateIsolate(view, {heap, kind: layout.page}, layouts);
	if (!isolate) throw new Error('expected an isolate in the image');
	const clock = createTestClock();
	let reads = 0;
	const isolates = createIsolates(
		{
			readNow: (position, into) => {
				reads += 1;
				clock.move(cost);
				return memory.readNow(position % distance, into);
			},
		},
		clock,
	);
	// The same objects: only which heap it is says that it is another one.
	isolates.add(Array.from({length: count}, (_, index) => ({...isolate, heap: heap + index * distance})));
	return {isolates, reads: () => reads};
};

test('a few are read however long that takes', t => {
	const {known, isApproximate} = createMany(1, 100).isolates.read();
	t.is(known.length, 1);
	t.false(isApproximate);
});

test('the same isolate is added once', t => {
	const {isolates} = createMany(1, 0);
	const [heap] = isolates.heaps();
	t.is(heap, v8Addresses.heap);
	t.is(isolates.heaps().size, 1);
	t.true(isolates.total() > 0);
});

test('isolates whose objects belong to another are no more', t => {
	const {isolates} = createMany(5, 0);
	const {known, hasLost} = isolates.read();
	t.is(known.length, 1);
	t.true(hasLost);
	t.false(isolates.read().hasLost);
});

test('more than a tick can read have their turn one after the other', t => {
	const {isolates, reads} = createMany(100, 1);
	isolates.read();
	const first = reads();
	t.true(first < 100, `${first} pieces in the first tick`);
	for (let tick = 0; tick < 20; tick += 1) isolates.read();
	t.is(isolates.heaps().size, 1);
});
