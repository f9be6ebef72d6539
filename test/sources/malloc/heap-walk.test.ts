import test, {type ExecutionContext} from 'ava';
import {createHeaderReader} from '../../../src/sources/malloc/headers.ts';
import {walkHeap} from '../../../src/sources/malloc/heap-walk.ts';
import type {Tally} from '../../../src/sources/malloc/tally.ts';
import {createCheckedFile} from '../../fuzz/checked-source.ts';

const start = 0x10000;

/** A chunk: its size and flags, and before it what the one before says of its own size when it is free. */
type Chunk = readonly [word: number, previousSize?: number];

type Case = {
	readonly chunks: readonly Chunk[];
	/** Bytes of the heap, where they are not just those of the chunks. */
	readonly length?: number;
	/** Bytes from the heap's beginning to its top, where one ends it: when the walk begins, and later. */
	readonly top?: number;
	readonly topNow?: number;
	/** Pages, by their number, that were never touched. */
	readonly untouched?: readonly number[];
	readonly isMain?: boolean;
	readonly expected: Partial<Tally>;
};

const testWalk = (t: ExecutionContext, options: Case) => {
	const {chunks, top, topNow = top, untouched = [], isMain = false, expected} = options;
	const bytes = Buffer.alloc(0x8000);
	let at = 0;
	for (const [word, previousSize = 0] of chunks) {
		bytes.writeBigUInt64LE(BigInt(previousSize), at);
		bytes.writeBigUInt64LE(BigInt(word), at + 8);
		at += word - (word % 8);
	}
	const pages = Buffer.alloc(8 * 8, 0x80);
	for (const page of untouched) pages.fill(0, page * 8, page * 8 + 8);
	const memory = createCheckedFile([{start, bytes}]);
	const pagemap = createCheckedFile([{start: (start / 4096) * 8, bytes: pages}]);
	const reader = () => createHeaderReader({memory, pagemap, pageSize: 4096});
	const tally: Tally = {bytes: 0, chunks: 0, unknown: 0, isWhole: true, limit: 0x8000, patience: 0x4000};
	const last = start + (top ?? options.length ?? at);
	const heap = {start, end: start + 0x8000, first: start, last, hasTop: top !== undefined};
	const walk = {
		headers: reader(),
		ahead: reader(),
		isMain,
		topNow: () => start + (topNow ?? 0),
		pageSize: 4096,
	};
	for (const _ of walkHeap(heap, tally, walk));
	t.like(tally, {isWhole: true, unknown: 0, ...expected});
};

const used: Chunk = [0x41];
const row = (length: number): readonly Chunk[] => Array.from({length}, () => used);

test('chunks in use', testWalk, {chunks: row(5), expected: {bytes: 0}});
test('a chunk is free when the next one says so', testWalk, {
	chunks: [used, [0x61], [0x40, 0x60], used],
	expected: {bytes: 0x60, chunks: 1},
});
test('chunks of another arena', testWalk, {
	chunks: [[0x45], [0x61], [0x44, 0x60], [0x45]],
	expected: {bytes: 0x60, chunks: 1},
});
test('a heap that was left ends with a chunk of sixteen bytes', testWalk, {
	chunks: [used, [0x61], [0x10, 0x60]],
	expected: {bytes: 0x60, chunks: 1},
});
test('no chunk has sixteen bytes elsewhere', testWalk, {
	chunks: [used, [0x11], ...row(20)],
	expected: {isWhole: false, unknown: 0x40 + 0x10},
});
test('a chunk whose size two words tell differently', testWalk, {
	chunks: [used, [0x61], [0x40, 0x50], ...row(20)],
	expected: {bytes: 0, isWhole: false, unknown: 0x60},
});
test('the walk goes on behind what leads nowhere', testWalk, {
	chunks: [used, [0x11], ...row(20), [0x61], [0x40, 0x60], used],
	expected: {bytes: 0x60, chunks: 1, isWhole: false, unknown: 0x40 + 0x10},
});
test('a short row of chunks may be an accident', testWalk, {
	chunks: [used, [0x11], ...row(8), [0x11], ...row(20)],
	expected: {isWhole: false, unknown: 0x40 + 0x10 + 8 * 0x40 + 0x10},
});
test('chunks of another arena in the main heap', testWalk, {
	chunks: [used, [0x45], ...row(20)],
	isMain: true,
	expected: {isWhole: false, unknown: 0x40 + 0x40},
});
test('the top ends a heap', testWalk, {
	chunks: [used, [0x61], [0x40, 0x60], [0x7001]],
	top: 0xe0,
	expected: {bytes: 0x60},
});
test('the top has moved down meanwhile', testWalk, {
	chunks: [used, [0x61], [0x40, 0x60], [0x7001]],
	top: 0x1000,
	topNow: 0xe0,
	expected: {bytes: 0x60, isWhole: false},
});
test('the inside of a large chunk is not read', testWalk, {
	chunks: [used, [0x5001], [0x40, 0x5000], used],
	untouched: [1, 2, 3],
	expected: {bytes: 0x5000, chunks: 1},
});
test('what was never touched is no chunk', testWalk, {
	chunks: [used, [0x1fc1], ...row(20)],
	untouched: [2],
	expected: {isWhole: false, unknown: 0x1fc0 + 20 * 0x40},
});
test('a heap of which most leads nowhere is given up', testWalk, {
	chunks: [used],
	length: 0x8000,
	expected: {isWhole: false, unknown: 0x4000 + 0x10},
});
