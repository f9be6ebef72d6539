import test from 'ava';
import type {State} from '../../src/app/state.ts';
import {textOf} from '../../src/view/cells.ts';
import {chartPanel} from '../../src/view/chart-panel.ts';
import {asciiGlyphs, unicodeGlyphs} from '../../src/view/glyphs.ts';
import {after, curveState, mebibyte, openedState, sampledAt, watchedState} from '../fixtures/watch.ts';

const titleOf = (state: State, index: 0 | 1, width = 90, glyphs = unicodeGlyphs): string =>
	(textOf(chartPanel(state, index, {width, height: 8, glyphs}))[0] ?? '').replaceAll(/─+/g, '─');

/** Rows: a state, which chart, and its title. */
const testTitle = test.macro((t, state: State, index: 0 | 1, expected: string) => {
	t.is(titleOf(state, index), expected);
});

const watched = watchedState();
const systemSelected = after(watched, {type: 'chartSelected'});

test(
	'in use, selected',
	testTitle,
	watched,
	0,
	'┌ In use · Go Alloc ─ ▼ -694 KiB/min  50,052,028 B  47.7 MiB ┐',
);
test(
	'system, with RSS as its thin line',
	testTitle,
	watched,
	1,
	'┌ System · Go Sys · RSS 97.9 MiB ─ ▲ +20.3 MiB/min  122 MiB ┐',
);
test(
	'system, selected',
	testTitle,
	systemSelected,
	1,
	'┌ System · Go Sys · RSS 97.9 MiB ─ ▲ +20.3 MiB/min  127,926,272 B  122 MiB ┐',
);
test(
	'in use, not selected',
	testTitle,
	systemSelected,
	0,
	'┌ In use · Go Alloc ─ ▼ -694 KiB/min  47.7 MiB ┐',
);
test(
	'another metric',
	testTitle,
	after(watched, ...Array.from({length: 6}, () => ({type: 'metricCycled'}) as const)),
	0,
	'┌ threads ─ 17 ┐',
);
test(
	'without RSS apart',
	testTitle,
	curveState([mebibyte, mebibyte, mebibyte]),
	1,
	'┌ System · VIRT ─ 1.00 MiB ┐',
);
test('nothing read yet', testTitle, openedState(), 0, '┌ In use · Go Alloc ─ – ┐');

test('a frozen title stays as it is', t => {
	const frozen = after(watchedState(), {type: 'freezeToggled'});
	const before = titleOf(frozen, 0);
	t.is(titleOf(after(frozen, sampledAt(120, {'go.alloc': 5})), 0), before);
});

/** Rows: the width of the panel on a screen of so many columns; the number of now is in both titles. */
const testNow = test.macro((t, width: number) => {
	t.regex(titleOf(watched, 0, width), /In use · Go Alloc ─+ .*(50,052,028 B|47\.7 MiB) ┐$/);
	t.regex(titleOf(watched, 1, width), /System · (Go Sys · )?RSS.* 122 MiB ┐$/);
});

test('the value of now at 120 columns', testNow, 82);
test('the value of now at 80 columns', testNow, 42);
test('the value of now at 60 columns', testNow, 33);

test('which of two lines is RSS, at the same widths', t => {
	t.is(titleOf(watched, 1, 42), '┌ System · RSS 97.9 MiB ─ 122 MiB ┐');
	t.is(titleOf(watched, 1, 33), '┌ System · RSS ─ 122 MiB ┐');
	t.is(titleOf(systemSelected, 1, 42), '┌ System · RSS 97.9 MiB ─ 127,926,272 B ┐');
});

test('the exact count of bytes at 80 columns', t => {
	t.regex(titleOf(watched, 0, 42), /50,052,028 B/);
});

test('ASCII', t => {
	for (const line of textOf(chartPanel(watched, 1, {width: 60, height: 12, glyphs: asciiGlyphs}))) {
		t.regex(line, /^[ -~]*$/);
	}
});
