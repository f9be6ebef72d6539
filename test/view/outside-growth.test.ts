import test, {type ExecutionContext} from 'ava';
import type {State} from '../../src/app/state.ts';
import {unicodeGlyphs} from '../../src/view/glyphs.ts';
import {meaningLine} from '../../src/view/meaning-line.ts';
import {outsideGrowth} from '../../src/view/outside-growth.ts';
import {goSource} from '../fixtures/source.ts';
import {after, mebibyte, openedState, sampledAt} from '../fixtures/watch.ts';

const source = {...goSource, outside: 'go.outside'};

type Curve = (second: number) => number;

/** A watch of so many seconds with these curves, in MiB. */
const watched = (seconds: number, inUse: Curve, outside: Curve): State =>
	after(
		openedState(source),
		...Array.from({length: seconds + 1}, (_, second) =>
			sampledAt(second, {
				'go.alloc': inUse(second) * mebibyte,
				'os.rss': (100 + inUse(second) + outside(second)) * mebibyte,
				// It is counted more slowly than it is sampled.
				...(second % 2 === 0 && {'go.outside': outside(second) * mebibyte}),
			}),
		),
	);

const flat: Curve = () => 40;
const toothed: Curve = second => 40 + (second % 20);
const leaking: Curve = second => second;

/** Rows: how long it was watched, both curves, and the growth in MiB a minute. */
const testGrowth = (t: ExecutionContext, state: State, expected: number | undefined) => {
	const growth = outsideGrowth(state);
	t.is(growth === undefined ? undefined : Math.round(growth / mebibyte), expected);
};

test('a leak outside of a flat heap', testGrowth, watched(120, flat, leaking), 60);
test('a leak outside of a heap that goes up and down', testGrowth, watched(120, toothed, leaking), 60);
test('five minutes at most', testGrowth, watched(900, flat, leaking), 61);
test('not enough time', testGrowth, watched(29, flat, leaking), undefined);
test(
	'nothing outside',
	testGrowth,
	watched(120, flat, () => 0),
	undefined,
);
test(
	'up and down is no growth',
	testGrowth,
	watched(120, flat, second => 50 + 40 * Math.sin(second)),
	undefined,
);
test(
	'less than a fiftieth of RSS',
	testGrowth,
	watched(120, flat, second => second / 40),
	undefined,
);
test('the heap grows along', testGrowth, watched(120, leaking, leaking), undefined);
test('a source that does not tell', testGrowth, openedState(), undefined);
test('no sample yet', testGrowth, openedState(source), undefined);

test('it is said above the charts', t => {
	const line = meaningLine(watched(120, flat, leaking), {width: 120, glyphs: unicodeGlyphs});
	t.regex(
		line?.map(({text}) => text).join('') ?? '',
		/heap flat, RSS growing outside it: \+6\d\.\d MiB\/min/,
	);
});
