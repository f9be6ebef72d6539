import test from 'ava';
import {colours} from '../../src/plot/layout.ts';
import {mebibyte, pictureOf, recordingOf, start, waves} from './recording.ts';

test('the title says process, pid, source and span', t => {
	const picture = pictureOf(waves(600), 60);
	t.is(picture.heading, 'prometheus · pid 4242 · Go 1.19.8');
	t.is(picture.span, '2025-11-22 07:00:34 – 07:10:33 (9m 59s)');
	t.is(picture.time.label, 'local time (UTC+01:00)');
});

test('a log of another program has its own words as title', t => {
	const {header: _, ...plain} = waves(10);
	const picture = pictureOf({...plain, name: 'plain.log'}, 0);
	t.is(picture.heading, 'plain.log');
});

test('in use is solid, system dashed, RSS thin, on one axis', t => {
	const recorded = waves(600);
	const picture = pictureOf({...recorded, rss: recorded.inUse.map(value => value * 1.2)}, 0);
	t.deepEqual(
		picture.legend.map(({label, style}) => [label, style]),
		[
			['In use · Go Alloc', 'solid'],
			['System · Go Sys', 'dashed'],
			['RSS', 'thin'],
		],
	);
	t.deepEqual(
		picture.curves.map(({style, side}) => [style, side]),
		[
			['solid', 'left'],
			['dashed', 'left'],
			['thin', 'left'],
		],
	);
	t.is(picture.right, undefined);
	t.deepEqual(picture.left.range, {from: 0, to: 112 * mebibyte});
	t.is(picture.left.unit.name, 'MiB');
});

test('a system far above in use has an axis of its own that shares the grid', t => {
	const picture = pictureOf(waves(600, 20), 0);
	t.is(picture.legend[1]?.label, 'System · Go Sys (right axis)');
	t.is(picture.curves[1]?.side, 'right');
	t.is(picture.right?.unit.name, 'GiB');
	t.is(picture.right?.tics.length, picture.left.tics.length);
});

test('address space has an axis of its own sooner than a heap, which is to be compared', t => {
	const {header, ...recorded} = waves(600, 6);
	const axisFor = (source: string) =>
		pictureOf({...recorded, ...(header && {header: {...header, source}})}, 0).right?.unit.name;
	t.is(axisFor('go'), undefined);
	t.is(axisFor('os'), 'GiB');
});

test('places are Unix seconds, values bytes', t => {
	const [curve] = pictureOf(waves(3), 0).curves;
	t.deepEqual([...(curve?.x ?? [])], [start, start + 1, start + 2]);
	t.is(curve?.y[0], 40 * mebibyte);
});

test('a break without samples is a gap when wide enough to be seen', t => {
	const recorded = recordingOf({length: 1001, inUse: () => 1, system: () => 2});
	for (const row of [100, 300, 301, 302]) recorded.system[row] = Number.NaN;
	const wide = recorded.time.map((time, row) => (row > 302 ? time + 50 : time));
	const picture = pictureOf({...recorded, time: wide}, 0);
	t.deepEqual(picture.gaps, [
		{from: start + 99, to: start + 101},
		{from: start + 299, to: start + 353},
	]);
	const rare = recorded.time.map(time => start + (time - start) * 1000);
	rare[1000] = start + 100_000_000;
	t.deepEqual(pictureOf({...recorded, time: rare}, 0).gaps, []);
});

test('a row without a time breaks every curve', t => {
	const recorded = waves(3);
	recorded.time[1] = Number.NaN;
	const picture = pictureOf(recorded, 0);
	for (const curve of picture.curves) t.deepEqual([...curve.y].map(Number.isNaN), [false, true, false]);
	t.deepEqual(picture.gaps, [{from: start, to: start + 2}]);
});

test('marks lie at their time', t => {
	const picture = pictureOf({...waves(10), marks: [{time: start + 4, label: 'deploy'}]}, 0);
	t.deepEqual(picture.marks, [
		{
			at: start + 4,
			label: 'deploy',
			place: {row: 0, side: 'right'},
			colour: colours.mark,
		},
	]);
});

test('nothing at all is an empty picture', t => {
	const picture = pictureOf(waves(0), 0);
	t.deepEqual(picture.curves, []);
	t.deepEqual(picture.left.range, {from: 0, to: mebibyte});
});

test('a curve never read is left out', t => {
	const recorded = recordingOf({length: 5, inUse: () => Number.NaN, system: () => 2});
	t.deepEqual(
		pictureOf(recorded, 0).legend.map(({label}) => label),
		['System · Go Sys'],
	);
});

test('times beyond any calendar are not drawn', t => {
	const recorded = waves(3);
	recorded.time[2] = 1e18;
	t.is(pictureOf(recorded, 0).span, '2025-11-22 06:00:34.500 – 06:00:35.500 (1s)');
});
