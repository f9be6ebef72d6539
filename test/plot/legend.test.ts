import test, {type ExecutionContext} from 'ava';
import {layoutOf} from '../../src/plot/layout.ts';
import {legendOf} from '../../src/plot/legend.ts';
import type {Recorded} from '../../src/plot/recorded.ts';
import {fitted, textWidth} from '../../src/plot/text-width.ts';
import {header, recordingOf, reduced} from './recording.ts';

// 2025-11-22 06:00:34 and 2011-01-13 13:46:03 UTC, and a moment of 2025.
const [late, early, now] = [1_763_791_234, 1_294_926_363, 1_760_000_000];

const recordedAt = (from: number, name = 'node'): Recorded => {
	const samples = recordingOf({length: 10, inUse: () => 1, system: () => 2});
	const time = samples.time.map((_, row) => from + row);
	return reduced({...samples, header: {...header, name}, time}, {from, to: from + 9});
};

const labelsOf = (recorded: readonly Recorded[], time = now): readonly string[] =>
	legendOf(recorded, {hasRight: false, utcOffset: 0, now: time}).map(({label}) => label);

test('several: which is which, and what the kinds of line are', t => {
	const legend = legendOf([recordedAt(late), recordedAt(late + 60)], {hasRight: false, utcOffset: 0, now});
	t.deepEqual(
		legend.map(({label, style}) => [label, style]),
		[
			['node · pid 4242 · Nov 22 06:00:34', 'solid'],
			['node · pid 4242 · Nov 22 06:01:34', 'solid'],
			['In use · Go Alloc', 'solid'],
			['System · Go Sys', 'dashed'],
		],
	);
});

test('the year where years differ', t => {
	t.deepEqual(labelsOf([recordedAt(early), recordedAt(late)]).slice(0, 2), [
		'node · pid 4242 · 2011 Jan 13 13:46:03',
		'node · pid 4242 · 2025 Nov 22 06:00:34',
	]);
});

test("the year where it is not this year's", t => {
	const labels = labelsOf([recordedAt(late), recordedAt(late + 60)], 1_800_000_000);
	t.is(labels[0], 'node · pid 4242 · 2025 Nov 22 06:00:34');
});

test('a long name leaves room for the time', t => {
	const [label = ''] = labelsOf([recordedAt(late, 'n'.repeat(80)), recordedAt(late + 60)]);
	t.regex(label, /^n+… · Nov 22 06:00:34$/);
});

/** Rows: the size of a picture, and how many of twelve names, or of three kinds of line, have room. */
const testRoom = test.macro(
	(t: ExecutionContext, [width, height]: readonly [number, number], labels: readonly string[]) => {
		const {entries, frame, scale} = layoutOf({width, height}, labels);
		for (const [index, {x, y, ems}] of entries.entries()) {
			const end = x + (64 + textWidth(fitted(labels[index] ?? '', ems)) * 24) * scale;
			const next = entries.find(other => other.y === y && other.x > x);
			t.true(end + 20 * scale < (next?.x ?? width), labels[index]);
			t.true(y + 12 * scale < frame.top);
		}
		t.true(entries.length > 0 && frame.bottom - frame.top > height * 0.35);
	},
);

const kinds = ['In use · glibc allocated', 'System · glibc arenas (right axis)', 'RSS'];
const names = Array.from({length: 12}, (_, index) => `${'node'.repeat(4)} · pid ${index} · Nov 22 21:46:12`);
for (const size of [
	[1920, 1080],
	[600, 300],
	[200, 200],
	[2000, 250],
] as const) {
	test(`three kinds of line in ${size}`, testRoom, size, kinds);
	test(`twelve names in ${size}`, testRoom, size, [...names, ...kinds]);
}

const rowsIn = (width: number, height: number, labels: readonly string[]): readonly number[] => {
	const {entries} = layoutOf({width, height}, labels);
	const bases = [...new Set(entries.map(({y}) => y))];
	return bases.map(base => entries.filter(({y}) => y === base).length);
};

test('short entries stand beside each other in a small picture', t => {
	t.deepEqual(rowsIn(600, 300, ['In use', 'System', 'RSS']), [3]);
});

test('so they do below long ones', t => {
	t.deepEqual(rowsIn(600, 300, [...names.slice(0, 2), 'In use', 'System', 'RSS']), [1, 1, 3]);
});

test('the last entry goes before the span does', t => {
	t.deepEqual(rowsIn(300, 200, kinds), [1, 1]);
	t.truthy(layoutOf({width: 300, height: 200}, kinds).span);
	t.is(layoutOf({width: 300, height: 200}, names).span, undefined);
});
