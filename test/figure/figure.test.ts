import test, {type ExecutionContext} from 'ava';
import {type FigureOptions, readFigure} from '../../src/figure/figure.ts';
import {colours} from '../../src/plot/layout.ts';
import {logWith, read, recordingOf, start, three} from './recordings.ts';

type Wanted = {
	readonly range: readonly [number, number];
	readonly pids: readonly number[];
	readonly notes?: number;
};

const testDrawn = async (t: ExecutionContext, options: Partial<FigureOptions>, wanted: Wanted) => {
	const {picture, drawn, notes} = await read(t, [logWith(...three)], options);
	const {from, to} = picture.time.range;
	const origin = picture.time.kind === 'clock' ? start : 0;
	t.deepEqual([from - origin, to - origin], [...wanted.range]);
	t.deepEqual(
		drawn.map(({header}) => header?.pid),
		[...wanted.pids],
	);
	t.is(notes.length, wanted.notes ?? 0);
};

const all = [1, 2, 3];

test('all recordings by the clock', testDrawn, {}, {range: [0, 360], pids: all, notes: 1});
test('from their starts', testDrawn, {align: 'start'}, {range: [0, 99], pids: all, notes: 1});
test('the newest', testDrawn, {choice: 'last'}, {range: [300, 360], pids: [3]});
test('the second', testDrawn, {choice: 2}, {range: [200, 249], pids: [2]});
test(
	'a part of the time',
	testDrawn,
	{from: {at: start + 50}, to: {at: start + 320}},
	{range: [50, 320], pids: all, notes: 1},
);
test('back from the end', testDrawn, {from: {beforeEnd: 100}}, {range: [260, 360], pids: all, notes: 1});
test(
	'back from the end of the newest',
	testDrawn,
	{from: {beforeEnd: 10}, choice: 'last'},
	{range: [350, 360], pids: [3]},
);
test(
	'further back than there is',
	testDrawn,
	{from: {beforeEnd: 1e6}},
	{range: [0, 360], pids: all, notes: 1},
);
test(
	'a part of the time from their starts',
	testDrawn,
	{align: 'start', from: {at: start + 220}, to: {at: start + 340}},
	{
		range: [0, 40],
		pids: [2, 3],
		notes: 1,
	},
);

test(
	'a part of the second from its start',
	testDrawn,
	{align: 'start', choice: 2, from: {at: start + 220}},
	{range: [0, 29], pids: [2]},
);

test('recordings that are far apart are drawn from their starts', async t => {
	const log = logWith(recordingOf({from: 0, length: 60}), '\n\n', recordingOf({from: 86_400, length: 60}));
	const {picture} = await read(t, [log]);
	t.deepEqual([picture.time.kind, picture.time.range], ['start', {from: 0, to: 59}]);
});

test('two logs, each with a colour of its own', async t => {
	const logs = [
		logWith(recordingOf({from: 0, length: 60, rss: true})),
		logWith('1763791240 5 6\n1763791250 7 8\n'),
	];
	const {picture, drawn, notes} = await read(t, logs, {align: 'clock'});
	t.deepEqual(
		picture.legend.map(({label, style}) => [label.replace(/ · \d.*/, ''), style]),
		[
			['server · pid 1', 'solid'],
			['memory.log', 'solid'],
			['In use', 'solid'],
			['System', 'dashed'],
			['RSS', 'thin'],
		],
	);
	t.deepEqual(
		picture.curves.map(({style}) => style),
		['solid', 'dashed', 'thin', 'solid', 'dashed'],
	);
	t.is(new Set(picture.curves.map(({colour}) => colour)).size, 2);
	t.is(picture.heading, 'server, memory.log · 2 recordings');
	t.deepEqual([drawn.length, notes], [2, []]);
});

test('a switch of the source breaks the curves and is marked', async t => {
	const before = recordingOf({from: 0, length: 50, rss: true});
	const after = recordingOf({from: 50, length: 50, source: 'os', continues: true});
	const {picture, drawn} = await read(t, [logWith(before, '\n', after)]);
	t.is(drawn.length, 1);
	t.deepEqual(picture.marks, [
		{
			at: start + 50,
			label: 'read as os',
			place: {row: 0, side: 'right'},
			colour: colours.mark,
		},
	]);
	t.is(picture.curves[0]?.y.filter(Number.isNaN).length, 1);
	t.is(picture.curves[2]?.y.length, 50);
	t.is(picture.legend[0]?.label, 'In use · Go Alloc → RSS');
});

test('what was read while a source was chosen is not drawn', async t => {
	const before = recordingOf({from: 0, length: 1, source: 'os'});
	const after = recordingOf({from: 0, length: 50, continues: true});
	const {picture} = await read(t, [logWith(before, '\n', after)]);
	t.deepEqual(picture.marks, []);
	t.is(picture.curves[0]?.y.length, 50);
	t.is(picture.legend[0]?.label, 'In use · Go Alloc');
});

test('marks have their words', async t => {
	const mark = `# mark ${JSON.stringify({time: start + 10.5, text: 'deploy'})}\n`;
	const log = logWith(recordingOf({from: 0, length: 11}), mark, `${start + 11}.000 1 2 0\n`);
	t.deepEqual((await read(t, [log])).picture.marks, [
		{
			at: start + 10.5,
			label: 'deploy',
			place: {row: 0, side: 'left'},
			colour: colours.mark,
		},
	]);
});

test('at most twelve recordings of a log', async t => {
	const parts = Array.from(
		{length: 40},
		(_, index) => `${recordingOf({pid: index + 1, from: 10 * index, length: 5})}\n\n`,
	);
	const {drawn, notes} = await read(t, [logWith(...parts)]);
	t.deepEqual(
		drawn.map(({header}) => header?.pid),
		Array.from({length: 12}, (_, index) => index + 29),
	);
	t.deepEqual(notes, ['12 of 40 recordings drawn; --recording last draws only the newest']);
});

test('stamps in milliseconds', async t => {
	const {picture, notes} = await read(t, [logWith('1763791234000 5 6\n1763791235500 7 8\n')]);
	t.deepEqual(picture.time.range, {from: start, to: start + 1.5});
	t.deepEqual(notes, ['memory.log: stamps in milliseconds']);
});

test('a single sample is a dot', async t => {
	const {picture} = await read(t, [logWith('1763791234 5 6\n')]);
	t.deepEqual(picture.time.range, {from: start - 0.5, to: start + 0.5});
	t.deepEqual(
		picture.curves.map(({x}) => [...x]),
		[[start], [start]],
	);
});

test('what is being written has a last line without an end', async t => {
	const {drawn} = await read(t, [logWith('1763791234 5 6\n1763791235 5 6\n17637912')]);
	t.is(drawn[0]?.samples, 2);
});

const testNothing = async (t: ExecutionContext, log: string, got: string) => {
	await t.throwsAsync(readFigure({paths: [logWith(log)]}), {
		message: new RegExp(`^expected a recording.*, got ${got}`),
	});
};

test('an empty log', testNothing, '', 'an empty file');
test('only a header', testNothing, recordingOf({from: 0, length: 0}), 'only a header or comments');
test('a line without an end', testNothing, '1763791234 5 6', 'a line without an end');

test('ended early', async t => {
	t.is(await readFigure({paths: [logWith(...three)], signal: AbortSignal.abort()}), undefined);
});
