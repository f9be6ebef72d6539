import test, {type ExecutionContext} from 'ava';
import {initialState} from '../../src/app/initial.ts';
import type {View} from '../../src/app/state.ts';
import {update} from '../../src/app/update.ts';
import {readFigure} from '../../src/figure/figure.ts';
import {plainSource} from '../../src/recorded/plain-source.ts';
import {plotted} from '../../src/recorded/plotted.ts';
import {fileOf, headerOf, readPath, step} from './helpers/read.ts';

/** A recording of 100 samples, one a second. */
const hundred = (name: string, from: number): string =>
	`${headerOf({name})}${Array.from({length: 100}, (_, row) => `${from + row} 1000 2000\n`).join('')}`;

const log = [hundred('first', 1000), hundred('second', 1500), hundred('third', 2000)].join('\n\n');

type Looking = {
	/** How often `[` was pressed. */
	readonly back?: number;
	readonly isCompared?: boolean;
	readonly view?: Partial<View>;
};

type Drawn = {readonly names: readonly string[]; readonly kind: 'clock' | 'start'; readonly range: object};

/** Rows: how a log of three recordings is looked at, and what is drawn of it then. */
const testDrawn = test.macro(async (t: ExecutionContext, looking: Looking, expected: Drawn) => {
	const {back = 0, isCompared = false, view = {}} = looking;
	const path = fileOf(t, log);
	const [own, other] = [await readPath(path), isCompared ? await readPath(path) : undefined];
	for (let pressed = 0; pressed < back; pressed += 1) await step(own, -1);
	const state = stateOf(own.seen(), other?.seen(), view);
	const {picture, drawn} =
		(await readFigure(plotted({log: own, other, state}))) ?? t.fail('nothing is drawn');
	t.deepEqual(
		{names: drawn.map(({header}) => header?.name), kind: picture.time.kind, range: picture.time.range},
		{...expected, names: [...expected.names]},
	);
});

type Seen = Awaited<ReturnType<typeof readPath>> extends {seen: () => infer Result} ? Result : never;

const stateOf = (own: Seen, other: Seen | undefined, view: Partial<View>) => {
	const empty = initialState({source: plainSource, interval: 1, now: 0});
	const [viewed] = update({...empty, overlay: 'none'}, {type: 'viewRead', ...own});
	const {viewed: file, recording} = other ?? {};
	const compared = file && recording && {...recording, path: file.path, name: 'other'};
	const [state] = compared ? update(viewed, {type: 'otherRead', other: compared}) : [viewed];
	return {...state, view: {...state.view, ...view}};
};

test('the newest', testDrawn, {}, {names: ['third'], kind: 'clock', range: {from: 2000, to: 2099}});
test(
	'the one before',
	testDrawn,
	{back: 1},
	{names: ['second'], kind: 'clock', range: {from: 1500, to: 1599}},
);
test(
	'a part of it',
	testDrawn,
	{back: 2, view: {window: 30, edge: 1080}},
	{
		...{names: ['first'], kind: 'clock', range: {from: 1050, to: 1080}},
	},
);
test(
	'two, from their starts',
	testDrawn,
	{back: 1, isCompared: true},
	{
		...{names: ['second', 'third'], kind: 'start', range: {from: 0, to: 99}},
	},
);
test(
	'a part of two, from their starts',
	testDrawn,
	{
		...{back: 2, isCompared: true, view: {window: 30, edge: 1080}},
	},
	{names: ['first', 'third'], kind: 'start', range: {from: 50, to: 80}},
);
test(
	'two, by the clock',
	testDrawn,
	{back: 2, isCompared: true, view: {align: 'clock'}},
	{
		...{names: ['first', 'third'], kind: 'clock', range: {from: 1000, to: 2099}},
	},
);
test(
	'a part of two, by the clock',
	testDrawn,
	{
		...{isCompared: true, back: 1, view: {align: 'clock', window: 500, edge: 2050}},
	},
	{names: ['second', 'third'], kind: 'clock', range: {from: 1550, to: 2050}},
);
