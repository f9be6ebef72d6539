import test from 'ava';
import {bindingsFor} from '../../src/app/keys.ts';
import type {State} from '../../src/app/state.ts';
import {osMetrics} from '../../src/sources/os/metrics.ts';
import {textOf} from '../../src/view/cells.ts';
import {asciiGlyphs, type Glyphs, unicodeGlyphs} from '../../src/view/glyphs.ts';
import {help, helpOffset} from '../../src/view/help.ts';
import {plainSource} from '../fixtures/source.ts';
import {after, openedState, watchedState} from '../fixtures/watch.ts';

type Size = {readonly width: number; readonly height: number};

const pageOf = (state: State, size: Size, glyphs: Glyphs = unicodeGlyphs): readonly string[] =>
	textOf(help(state, {...size, glyphs}));

/** All lines of the help on a page that is tall enough, without its frame. */
const linesOf = (state: State, width: number): readonly string[] =>
	pageOf(state, {width, height: 200})
		.slice(1, -1)
		.map(line => line.slice(1, -1).trim());

const osState = openedState({...plainSource, metrics: osMetrics});

/** Rows: the width of the page; every key and every metric is on it, whole. */
const testLists = test.macro((t, width: number) => {
	const text = linesOf(osState, width).join(' ').replaceAll(/ +/g, ' ');
	for (const {label, help: meaning} of bindingsFor(osState))
		t.true(text.includes(`${label} ${meaning}`), label);
	for (const {label, definition} of osMetrics) t.true(text.includes(`${label} ${definition}`), label);
	t.true(text.includes(plainSource.title));
});

test('every key and every metric', testLists, 112);
test('every key and every metric on 80 columns', testLists, 80);
test('every key and every metric on the narrowest screen with charts', testLists, 50);

test('why a metric is not shown', t => {
	const text = linesOf(watchedState(), 110).join(' ');
	t.regex(text, /swap +Memory moved to swap\. Not shown now: not told by this system\./);
});

test('every sign that is drawn on a chart', t => {
	for (const glyphs of [unicodeGlyphs, asciiGlyphs]) {
		const lines = pageOf(osState, {width: 100, height: 200}, glyphs).join('\n');
		for (const sign of [glyphs.landmark, glyphs.gap, glyphs.shortGap])
			t.true(lines.includes(` ${sign}       a `), sign);
	}
});

test('where on the page one is', t => {
	const size = {width: 80, height: 12};
	t.regex(pageOf(osState, size)[0] ?? '', / 1–10 of \d+, ↑↓ ┐$/);
	t.regex(pageOf(after(osState, {type: 'helpScrolled', by: 3}), size)[0] ?? '', / 4–13 of /);
	t.notRegex(pageOf(osState, {width: 110, height: 90})[0] ?? '', / of /);
});

test('it does not scroll past its end', t => {
	const size = {width: 80, height: 12};
	const end = pageOf(after(osState, {type: 'helpScrolled', by: 1000}), size);
	const [, last, total] = /–(\d+) of (\d+)/.exec(end[0] ?? '') ?? [];
	t.is(last, total);
	t.regex(end.at(-2) ?? '', /\w/);
});

test('one line up from the end moves, however far down was asked', t => {
	const size = {width: 80, height: 12};
	const end = after(osState, {type: 'helpScrolled', by: 1000});
	const back = after(end, {
		type: 'helpScrolled',
		by: -1,
		from: helpOffset(end, {...size, glyphs: unicodeGlyphs}),
	});
	t.notDeepEqual(pageOf(back, size), pageOf(end, size));
});

test('a help page of any size is as large as was asked', t => {
	for (let width = 1; width < 30; width += 1) {
		for (let height = 0; height < 8; height += 1) {
			const cells = help(osState, {width, height, glyphs: unicodeGlyphs});
			t.deepEqual([cells.width, cells.height], [width, height]);
		}
	}
});

test('ASCII', t => {
	for (const line of pageOf(osState, {width: 80, height: 40}, asciiGlyphs)) t.regex(line, /^[ -~]*$/);
});
