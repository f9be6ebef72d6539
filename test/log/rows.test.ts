import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {readRows} from '../../src/log/rows.ts';
import {plainLogFile} from '../fixtures/plain-log.ts';
import {headerLines, sampleLine} from './helpers/entries.ts';
import {temporaryFolder} from './helpers/folder.ts';
import {shortItems} from './helpers/rows.ts';

test('a plain log of another program', async t => {
	t.deepEqual(await shortItems(plainLogFile), [
		'recording seconds at 49, line 2',
		'1294926363 4433792 11118840 0',
		'1294926399 9375280 17537272 0',
		'1294926461 11561584 24692984 0',
		'1294926539 6964664 27924728 0',
		'1294926560 9147696 27924728 0',
		'1294926659 6689736 27924728 0',
		'end at 295, 7 lines',
	]);
});

const testPlain = test.macro(async (t, text: string, expected: readonly string[]) => {
	const path = join(temporaryFolder(t), 'x.log');
	writeFileSync(path, text, 'latin1');
	const [, ...items] = await shortItems(path);
	t.deepEqual(
		items.filter(item => !item.startsWith('end')),
		expected,
	);
});

const begin = '1294926363 1 2\n';
const first = '1294926363 1 2 0';
const damaged = [first, '1 damaged from line 2'];

test('CRLF', testPlain, '1294926363 1 2\r\n1294926364 3 4\r\n', [first, '1294926364 3 4 0']);
test('tabs and many spaces', testPlain, `${begin}  1294926364\t\t3   4 \t\n`, [first, '1294926364 3 4 0']);
test('-', testPlain, `${begin}1294926364 - 4\n`, [first, '1294926364 NaN 4 0']);
test('?', testPlain, `${begin}1294926364 3 ?\n`, [first, '1294926364 3 NaN 0']);
test('NaN', testPlain, `${begin}1294926364 NaN nan\n`, [first, '1294926364 NaN NaN 0']);
test('a value is empty', testPlain, `${begin}1294926364\t\t4\n`, damaged);
test('equal stamps', testPlain, `${begin}${begin}`, [first, first]);
test('negative in use', testPlain, `${begin}1294926364 -3 4\n`, damaged);
test('negative system', testPlain, `${begin}1294926364 3 -4\n`, damaged);
test('stamp 0', testPlain, `${begin}0 3 4\n`, damaged);
test('the year 2106', testPlain, `${begin}4294967297.5 3 4\n`, [first, '4294967297.5 3 4 0']);
test('the year 9999', testPlain, `${begin}253402300799 3 4\n`, [first, '253402300799 3 4 0']);
test('the year 10000', testPlain, `${begin}253402300800 3 4\n`, damaged);
test('20 digits', testPlain, `${begin}1294926364 18446744073709551615 4\n`, [
	first,
	'1294926364 18446744073709552000 4 0',
]);
test('20 digits of a stamp', testPlain, `${begin}12949263631294926364 3 4\n`, damaged);
test('other ways to write', testPlain, `${begin}+1294926364 3e2 .5\n`, [first, '1294926364 300 0.5 0']);
test('more columns', testPlain, `${begin}1294926364 3 4 five -6\n`, [first, '1294926364 3 4 0']);
test('zeros of a crash', testPlain, `${begin}\0\0\0\0\n`, damaged);
test('back by 5 s', testPlain, `${begin}1294926358 3 4\n1294926364 5 6\n`, [
	first,
	'1294926363 3 4 0',
	'1294926364 5 6 0',
	'1 disordered',
]);
test('back by more', testPlain, `${begin}1294926357.5 3 4\n`, [
	first,
	'recording seconds time went back at 15, line 2',
	'1294926357.5 3 4 0',
]);
test('1 MiB without a newline', testPlain, `${begin}${'1'.repeat(2 ** 20)}\n`, damaged);
test('3 MiB without a newline', testPlain, `${begin}${'1'.repeat(3 * 2 ** 20)}\n`, damaged);
test('1 MiB behind a sample', testPlain, `${begin}1294926364 3 4 ${'x'.repeat(2 ** 20)}\n`, damaged);

test('half a line at the end', testPlain, `${begin}1294926364 3`, [first, 'half a line']);
test('only a newline at the end', testPlain, `${begin}\n`, [first, 'break']);
test('half a line of more than is looked at', testPlain, `${begin}${'1'.repeat(100_000)}`, [
	first,
	'half a line',
]);

test('what follows two blank lines behind a header is not its own', async t => {
	const path = join(temporaryFolder(t), 'x.log');
	writeFileSync(path, `${begin}\n\n${headerLines()}\n\n${begin}`);
	const items = await shortItems(path);
	t.deepEqual(items.slice(2, 6), [
		'break',
		`recording os at 17, line 4`,
		`recording seconds at ${19 + headerLines().length}, line 8`,
		first,
	]);
});

test('a blank line before a header and one behind it are not two', async t => {
	const path = join(temporaryFolder(t), 'x.log');
	writeFileSync(path, `${begin}\n${headerLines()}\n${sampleLine(1)}`);
	t.is((await shortItems(path)).filter(item => item.startsWith('recording')).length, 2);
});

const testUnit = test.macro(async (t, digits: string, unit: string) => {
	const path = join(temporaryFolder(t), 'x.log');
	writeFileSync(path, `1294926363${digits} 1 2\n1294926364${digits} 3 4\n`);
	const items = await shortItems(path);
	t.deepEqual(items.slice(0, 3), [`recording ${unit} at 0, line 1`, first, '1294926364 3 4 0']);
});

test('seconds', testUnit, '.000', 'seconds');
test('milliseconds', testUnit, '000', 'milliseconds');
test('microseconds', testUnit, '000000', 'microseconds');
test('nanoseconds', testUnit, '000000000', 'nanoseconds');

test('our clock went back', async t => {
	const path = join(temporaryFolder(t), 'x.log');
	const text = `${headerLines()}${sampleLine(99)}# step {"time":1763791300,"seconds":-90}\n\n${sampleLine(1)}`;
	const beginning = text.length - sampleLine(1).length;
	writeFileSync(path, text);
	const items = await shortItems(path);
	t.deepEqual(items.slice(2, -1), [
		...['step', 'break'],
		`recording os time went back at ${beginning}, line 6`,
		'1763791236 1000 9000 0 1000 9000 0',
	]);
	for await (const item of readRows(path)) {
		if (item.type !== 'recording' || !item.context) continue;
		const {offset, context} = item;
		t.deepEqual(await shortItems(path, {from: {offset, line: 5, context}}), [
			`recording os at ${offset}, line 6`,
			...items.slice(-2),
		]);
	}
});

test('rows say where they begin, come 2048 at most, and end where they should', async t => {
	const path = join(temporaryFolder(t), 'x.log');
	const lines = Array.from({length: 60_000}, (_, index) => sampleLine(index));
	const text = headerLines() + lines.join('');
	writeFileSync(path, text);
	const until = text.indexOf(lines[50_001] ?? '');
	let count = 0;
	for await (const item of readRows(path, {until, further: []})) {
		if (item.type !== 'rows') continue;
		t.is(item.columns.length, 4);
		t.true(item.length <= 2048);
		t.true(text.startsWith(lines[count] ?? '?', item.offset));
		t.is(item.columns[1]?.[item.length - 1], 1000 * (count + item.length - 1));
		count += item.length;
	}
	t.is(count, 50_001);
});

test('a signal ends the reading', async t => {
	const path = join(temporaryFolder(t), 'x.log');
	writeFileSync(path, headerLines() + Array.from({length: 60_000}, (_, index) => sampleLine(index)).join(''));
	const stop = new AbortController();
	const types: string[] = [];
	for await (const item of readRows(path, {signal: stop.signal})) {
		types.push(item.type);
		if (types.length === 3) stop.abort();
	}
	t.deepEqual(types, ['recording', 'rows', 'rows']);
});
