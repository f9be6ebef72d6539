import test, {type ExecutionContext} from 'ava';
import type {FigureOptions} from '../../src/figure/figure.ts';
import {recordingColours} from '../../src/plot/layout.ts';
import {logWith, read, recordingOf, start, three} from './recordings.ts';

const pidsOf = ({drawn}: Awaited<ReturnType<typeof read>>) => drawn.map(({header}) => header?.pid);

test('of each log a recording of its own', async t => {
	const log = logWith(...three);
	const figure = await read(t, [log, log], {choice: [1, 'last'], align: 'start'});
	t.deepEqual(pidsOf(figure), [1, 3]);
	t.deepEqual(figure.notes, []);
});

test('a stretch since the start of each', async t => {
	const log = logWith(...three);
	const options = {choice: [1, 3], align: 'start', sinceStart: {from: 30, to: 50}} as const;
	const {picture} = await read(t, [log, log], options);
	t.deepEqual(picture.time.range, {from: 30, to: 50});
	t.is(picture.span, '30s to 50s after the start');
	const places = picture.curves.map(({x}) => [30, 50].every(place => x.includes(place)));
	t.deepEqual(places, [true, true, true, true]);
});

/** Logs and what is asked for, and what is said of how many are drawn. */
const testNotes = test.macro(
	async (
		t: ExecutionContext,
		[logs, options]: readonly [readonly string[], Partial<FigureOptions>],
		expected: readonly string[],
	) => t.deepEqual((await read(t, logs, options)).notes, expected),
);

const single = logWith(recordingOf({from: 0, length: 9}));
const several = logWith(...three);

test('two logs of one recording', testNotes, [[single, single], {}], []);
test('the newest of two logs', testNotes, [[several, several], {choice: 'last'}], []);
test(
	'all of two logs',
	testNotes,
	[[single, several], {}],
	['4 recordings drawn; --recording last draws only the newest of each'],
);
test(
	'all of a log',
	testNotes,
	[[several], {}],
	['3 recordings drawn; --recording last draws only the newest'],
);

test('marks have the colour of their recording', async t => {
	const mark = (time: number, text: string) => `# mark ${JSON.stringify({time: start + time, text})}\n`;
	const log = logWith(...three.slice(0, 3), mark(210, 'second'), '\n\n', recordingOf({from: 300, length: 9}));
	const {marks} = (await read(t, [log])).picture;
	t.deepEqual(marks, [
		{
			at: start + 210,
			label: 'second',
			place: {row: 0, side: 'right'},
			colour: recordingColours[1],
		},
	]);
});

/** Recordings, and the gaps that are drawn of them in seconds after the start. */
const testGaps = test.macro(
	async (t: ExecutionContext, parts: readonly string[], expected: readonly (readonly [number, number])[]) => {
		const {gaps} = (await read(t, [logWith(...parts)], {align: 'clock'})).picture;
		t.deepEqual(
			gaps.map(({from, to}) => [from - start, to - start]),
			expected.map(([from, to]) => [from, to]),
		);
	},
);

const broken = [
	recordingOf({from: 0, length: 50}),
	'\n',
	recordingOf({from: 80, length: 50, continues: true}),
];

test('of one recording', testGaps, broken, [[49, 80]]);
test('between two', testGaps, three, [
	[99, 200],
	[249, 300],
]);
test(
	'only where no other has samples',
	testGaps,
	[...broken, '\n\n', recordingOf({from: 60, length: 10})],
	[
		[49, 60],
		[69, 80],
	],
);

const changed = (from: number) =>
	recordingOf({from, length: 20, interval: 10, continues: true}).replace(/^/, '\n');

test('another interval alone is none', testGaps, [recordingOf({from: 0, length: 50}), changed(59)], []);
test(
	'another interval after a time without samples',
	testGaps,
	[...[recordingOf({from: 0, length: 50}), changed(80)]],
	[[49, 80]],
);
test(
	'another interval after a gap that was seen',
	testGaps,
	[
		recordingOf({from: 0, length: 50}),
		`# gap {"time":${start + 59},"reason":"late","seconds":10}\n`,
		changed(59),
	],
	[[49, 59]],
);

test('of many recordings the newest are read again from where they begin, and all is told of the others', async t => {
	const many = Array.from({length: 20}, (_, index) =>
		recordingOf({pid: index, from: 1000 * index, length: 10}),
	);
	const {drawn, found, picture, notes} = await read(t, [logWith('oops\n', many.join('\n\n'))]);
	t.deepEqual(
		drawn.map(({header, samples}) => [header?.pid, samples]),
		Array.from({length: 12}, (_, index) => [index + 8, 10]),
	);
	t.is(picture.curves[0]?.x[0], drawn.length === 12 && picture.time.kind === 'start' ? 0 : start + 8000);
	t.deepEqual([found[0]?.count, found[0]?.position.damaged], [20, 1]);
	t.true(notes.includes('12 of 20 recordings drawn; --recording last draws only the newest'));
});

test('recordings of a plain log, whose time goes back', async t => {
	const plain = (pid: number): string =>
		Array.from({length: 5}, (_, row) => `${start + 100 * (20 - pid) + row} ${pid + 1} 100\n`).join('');
	const {drawn, found} = await read(t, [logWith(...Array.from({length: 20}, (_, index) => plain(index)))]);
	t.deepEqual(
		drawn.map(({inUse}) => inUse.y[0]),
		Array.from({length: 12}, (_, index) => index + 9),
	);
	t.is(found[0]?.count, 20);
});
