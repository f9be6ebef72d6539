import test from 'ava';
import type {Compared, State} from '../../src/app/state.ts';
import {textOf} from '../../src/view/cells.ts';
import {chartPanel} from '../../src/view/chart-panel.ts';
import {unicodeGlyphs} from '../../src/view/glyphs.ts';
import {comparedState} from '../fixtures/viewed.ts';

const titleOf = (state: State, width: number): string =>
	(textOf(chartPanel(state, 0, {width, height: 8, glyphs: unicodeGlyphs}))[0] ?? '').replaceAll(/─+/g, '─');

/** Rows: the width of the panel, and its title. */
const testTitle = test.macro((t, width: number, expected: string) => {
	t.is(titleOf(comparedState(), width), expected);
});

test('wide', testTitle, 90, '┌ In use · Go Alloc · A memory.log  B old.log ─ A 144 MiB  B 134 MiB ┐');
test('at 80 columns', testTitle, 41, '┌ In use ─ A 144 MiB  B 134 MiB ┐');
test('at 60 columns', testTitle, 32, '┌ In use A 144 MiB B 134 MiB ─┐');
test('narrower', testTitle, 24, '┌ A 144 MiB B 134 MiB ─┐');

test('one file twice', t => {
	const state = comparedState();
	const of = (change: Partial<Compared>): State => ({
		...state,
		...(state.other && {other: {...state.other, path: '/var/log/memory.log', ...change}}),
	});
	t.regex(titleOf(of({recording: {number: 3, count: 3}}), 90), / A 2\/3 {2}B 3\/3 /);
	t.regex(titleOf(of({name: 'redis'}), 90), / A prometheus {2}B redis /);
});
