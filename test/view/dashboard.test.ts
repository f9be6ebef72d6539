import {readFileSync} from 'node:fs';
import test from 'ava';
import {initialState} from '../../src/app/initial.ts';
import type {State} from '../../src/app/state.ts';
import {dashboard} from '../../src/view/dashboard.ts';
import {asciiGlyphs, unicodeGlyphs} from '../../src/view/glyphs.ts';
import type {Region, RegionId, Scene, Size} from '../../src/view/scene.ts';
import {screens, screenText} from '../fixtures/dashboard/screens.ts';
import {plainSource} from '../fixtures/source.ts';
import {comparedState, viewedState, withCursor} from '../fixtures/viewed.ts';
import {after, curveState, firstTime, openedState, watchedState} from '../fixtures/watch.ts';

const sizes: readonly Size[] = [
	[300, 100],
	[120, 40],
	[80, 24],
	[60, 15],
	[50, 40],
	[50, 10],
	[49, 9],
	[20, 5],
	[19, 4],
	[4, 60],
	[1, 5],
	[1, 1],
].map(([columns = 1, rows = 1]) => ({columns, rows}));

const states: Readonly<Record<string, State>> = {
	'a watch': watchedState(),
	'a watch without a sample': openedState(),
	'a watch of one sample': curveState([5e7]),
	'a frozen watch': after(watchedState(), {type: 'freezeToggled'}),
	'a watch that has ended': after(watchedState(), {type: 'ended', time: firstTime + 500}),
	'a watch with help': after(watchedState(), {type: 'helpToggled'}),
	'a watch with the picker': after(watchedState(), {type: 'pickerOpened'}),
	'a watch while gnuplot draws': after(watchedState(), {type: 'plotAsked'}),
	'a viewed recording': viewedState(),
	'a viewed recording with a cursor': withCursor(viewedState(), 1240),
	'two recordings': comparedState(),
	'two recordings with a cursor': withCursor(comparedState(), 1240),
	'a watch while a mark is typed': after(
		watchedState(),
		{type: 'markAsked'},
		...[...'deploy – 日本'].map(text => ({type: 'markTyped', text}) as const),
	),
	'nothing watched': initialState({source: plainSource, interval: 1, now: firstTime}),
};

const overlays: readonly RegionId[] = ['help'];
const isBase = ({id}: Region): boolean => !overlays.includes(id);

/** How often each cell of the screen lies in a region of the base. */
const coverage = ({regions, size}: Scene): readonly number[] => {
	const counts = Array.from({length: size.columns * size.rows}, () => 0);
	for (const {area} of regions.filter(isBase)) {
		for (let y = area.y; y < area.y + area.height; y += 1) {
			for (let x = area.x; x < area.x + area.width; x += 1) {
				counts[y * size.columns + x] = (counts[y * size.columns + x] ?? 0) + 1;
			}
		}
	}
	return counts;
};

const isInside = ({area}: Region, {columns, rows}: Size): boolean =>
	area.x >= 0 && area.y >= 0 && area.x + area.width <= columns && area.y + area.height <= rows;

const testRegions = test.macro((t, state: State) => {
	for (const size of sizes) {
		const scene = dashboard(state, size, unicodeGlyphs);
		const name = `${size.columns}x${size.rows}`;
		for (const region of scene.regions) {
			const {area, cells} = region;
			t.true(isInside(region, size), `${region.id} on ${name}`);
			t.deepEqual([cells.width, cells.height], [area.width, area.height], `${region.id} on ${name}`);
		}
		t.is(new Set(scene.regions.map(({id}) => id)).size, scene.regions.length);
		if (state.target) t.deepEqual([...new Set(coverage(scene))], [1], name);
	}
});

for (const [name, state] of Object.entries(states)) {
	test(`the regions of ${name} cover the screen once, and none leaves it`, testRegions, state);
}

const testAscii = test.macro((t, state: State) => {
	for (const {columns, rows} of sizes.filter(size => size.columns > 1)) {
		t.regex(screenText(state, {columns, rows}, asciiGlyphs), /^[ -~\n]*$/, `${columns}x${rows}`);
	}
});

for (const [name, state] of Object.entries(states)) test(`${name} in ASCII is ASCII`, testAscii, state);

/** Rows: the size of the screen, and the regions of a watch on it. */
const testKinds = test.macro(
	(t, [columns, rows]: readonly [number, number], expected: readonly RegionId[]) => {
		t.deepEqual(
			dashboard(watchedState(), {columns, rows}, unicodeGlyphs).regions.map(({id}) => id),
			expected,
		);
	},
);

test('charts beside the table', testKinds, [50, 40], ['header', 'inUse', 'system', 'table', 'keys']);
test('charts alone', testKinds, [50, 10], ['header', 'inUse', 'system', 'keys']);
test('too narrow for charts', testKinds, [49, 40], ['numbers']);
test('too low for charts', testKinds, [300, 9], ['numbers']);

test('help lies over the rest', t => {
	const {regions, picker} = dashboard(
		states['a watch with help'] ?? openedState(),
		{columns: 80, rows: 24},
		unicodeGlyphs,
	);
	t.is(regions.at(-1)?.id, 'help');
	t.is(picker, undefined);
});

test('the picker lies over a watch, and is all there is without one', t => {
	const size = {columns: 80, rows: 24};
	const over = dashboard(states['a watch with the picker'] ?? openedState(), size, unicodeGlyphs);
	t.true(over.regions.some(({id}) => id === 'inUse'));
	t.truthy(over.picker);
	const alone = dashboard(states['nothing watched'] ?? openedState(), size, unicodeGlyphs);
	t.deepEqual(
		alone.regions.map(({id}) => id),
		['keys'],
	);
	t.truthy(alone.picker);
});

test('the same state is the same scene', t => {
	const size = {columns: 120, rows: 40};
	const state = watchedState();
	t.deepEqual(dashboard(state, size, unicodeGlyphs), dashboard(state, size, unicodeGlyphs));
});

const testScreen = test.macro((t, name: keyof typeof screens) => {
	const kept = readFileSync(new URL(`../fixtures/dashboard/${name}.txt`, import.meta.url), 'utf8');
	t.is(screens[name](), kept);
});

for (const name of Object.keys(screens) as (keyof typeof screens)[]) {
	test(`the screen ${name} is as it was`, testScreen, name);
}
