import test from 'ava';
import {formatEntry, layoutOf} from '../../src/log/format.ts';
import {type ParsedLine, parseColumns, parseLine} from '../../src/log/parse.ts';
import type {Entry} from '../../src/model/entry.ts';
import {headerEntry, sampleEntry} from './helpers/entries.ts';

const names = ['rss', 'virt', 'approx', 'swap'];

const testLine = test.macro((t, line: string, expected: ParsedLine) => {
	t.deepEqual(parseLine(line, names), expected);
});

const sample = {type: 'sample', stamp: 5.5, inUse: 1, system: 2} as const;

test('sample', testLine, '5.500 1 2 3 4 0 5', {
	...sample,
	approximate: false,
	further: [3, 4, 5],
});
test('approximate', testLine, '5.5 1 2 3 4 1 5', {
	...sample,
	approximate: true,
	further: [3, 4, 5],
});
test('unknown is absent', testLine, '5.5 1 2 NaN 4 0 NaN', {
	...sample,
	approximate: false,
	further: [Number.NaN, 4, Number.NaN],
});
test('tabs, spaces, CRLF', testLine, ' 5.5\t1  2 3 4 0 5\r', {
	...sample,
	approximate: false,
	further: [3, 4, 5],
});
test('a field too few', testLine, '5.5 1 2 3 4 0', {type: 'damaged'});
test('two lines in one', testLine, '5.5 1 2 3 4 0 56.5 1 2 3 4 0 5', {type: 'damaged'});
test('no number', testLine, '5.5 1 2 3 4 0 x', {type: 'damaged'});
test('no time', testLine, 'NaN 1 2 3 4 0 5', {type: 'damaged'});
test('zeros of a crash', testLine, '\0\0\0\0', {type: 'damaged'});
test('blank', testLine, ' \t\r', {type: 'blank'});
test('comment', testLine, '# end of the day', {type: 'comment'});
test('comment that is nearly a note', testLine, '# gap {"reason":', {type: 'comment'});
test('note without a time', testLine, '# gap {"reason":"late"}', {type: 'comment'});
test('header of a later version', testLine, '# memtop 2 {"pid":1}', {type: 'comment'});
test('damaged header', testLine, '# memtop 1 {"pid":', {type: 'header', header: undefined});
test('header without a pid', testLine, '# memtop 1 {"name":"a"}', {type: 'header', header: undefined});
test('header that is no object', testLine, '# memtop 1 null', {type: 'header', header: undefined});
test('text is cleaned', testLine, '# mark {"time":5,"label":"a\\u001b[2Jb"}', {
	type: 'mark',
	time: 5,
	details: {label: 'a?[2Jb'},
});
test('nested details are left out', testLine, '# end {"time":5,"more":{"a":1},"status":0}', {
	type: 'end',
	time: 5,
	details: {status: 0},
});

const testPlain = test.macro((t, line: string, expected: ParsedLine) => {
	t.deepEqual(parseLine(line, undefined), expected);
});

const plain = {type: 'sample', stamp: 1_294_926_363, approximate: false, further: []} as const;

test('plain', testPlain, '1294926363 4433792 11118840', {...plain, inUse: 4_433_792, system: 11_118_840});
test('plain with more columns', testPlain, '1294926363 1 2 3 hello', {...plain, inUse: 1, system: 2});
test('plain with unknown numbers', testPlain, '1294926363 NaN NaN', {
	...plain,
	inUse: Number.NaN,
	system: Number.NaN,
});
test('plain in powers of ten', testPlain, '1294926363 1e3 2E3', {...plain, inUse: 1000, system: 2000});
test('plain with two columns', testPlain, '1294926363 1', {type: 'damaged'});
test('plain words', testPlain, 'time in-use system', {type: 'damaged'});

const testBack = test.macro((t, entry: Entry) => {
	const [line = ''] = formatEntry(entry, layoutOf(headerEntry())).split('\n');
	t.deepEqual(
		parseLine(line, names),
		entry.type === 'header' ? {type: 'header', header: entry.header} : entry,
	);
});

test('header comes back', testBack, headerEntry());
test('header with all comes back', testBack, headerEntry({command: 'a b', continues: true}));
test('gap comes back', testBack, {type: 'gap', time: 5.25, details: {reason: 'late', lost: 3}});
test('mark comes back', testBack, {type: 'mark', time: 5, details: {}});
test('step comes back', testBack, {type: 'step', time: 5, details: {seconds: -60.5}});
test('end comes back', testBack, {type: 'end', time: 5, details: {exited: true}});

test('sample comes back', t => {
	const entry = sampleEntry(2);
	const {time, inUse, system, approximate} = entry.sample;
	const further = [2000, 9000, 0];
	const line = formatEntry(entry, layoutOf(headerEntry())).slice(0, -1);
	t.deepEqual(parseLine(line, names), {type: 'sample', stamp: time, inUse, system, approximate, further});
});

const testColumns = test.macro((t, line: string, expected: readonly string[] | undefined) => {
	t.deepEqual(parseColumns(line), expected);
});

test('names', testColumns, '# timestamp in_use system rss approx', ['rss', 'approx']);
test('names are cleaned', testColumns, '# timestamp in_use system a\u001bb\r', ['a?b']);
test('no further names', testColumns, '# timestamp in_use system', []);
test('another comment', testColumns, '# something else', undefined);
