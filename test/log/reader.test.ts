import {appendFileSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {LogError} from '../../src/log/errors.ts';
import {type LogEnd, type LogEntry, type ReadPosition, readLog} from '../../src/log/reader.ts';
import {headerEntry, headerLines, sampleEntry, sampleLine} from './helpers/entries.ts';
import {temporaryFolder} from './helpers/folder.ts';
import {openTestLog} from './helpers/open.ts';

const readAll = async (path: string, from?: ReadPosition): Promise<readonly (LogEntry | LogEnd)[]> => {
	const entries: (LogEntry | LogEnd)[] = [];
	for await (const entry of readLog(path, from)) entries.push(entry);
	return entries;
};

const write = (t: ExecutionContext, text: string): string => {
	const path = join(temporaryFolder(t), 'x.log');
	writeFileSync(path, text);
	return path;
};

/** An entry as one short word. */
const shorten = (entry: LogEntry | LogEnd): string => {
	if (entry.type === 'sample') return String(entry.time);
	if (entry.type === 'recording') return `recording of ${entry.header?.source ?? 'another'}`;
	if (entry.type === 'stretch') return `stretch of ${entry.header.source}`;
	return entry.type;
};

const testEntries = test.macro(
	async (t, text: string, expected: readonly string[], damage: object = {damaged: 0}) => {
		const entries = await readAll(write(t, text));
		t.deepEqual(entries.map(shorten), [...expected, 'fileEnd']);
		t.like(entries.at(-1), {type: 'fileEnd', position: damage});
	},
);

const head =
	'# memtop 1 {"pid":1,"name":"a","recorded":5,"source":"go","interval":1,"host":"b"}\n# timestamp in_use system rss\n';
const further = head.replace('go', 'os').replace('"host":"b"', '"host":"b","continues":true');

test('nothing', testEntries, '', []);
test('one recording', testEntries, `${head}5 1 2 3\n6 1 2 3\n`, ['recording of go', '5', '6']);
test('breaks and notes', testEntries, `${head}5 1 2 3\n# gap {"time":5.5}\n\n6 1 2 3\n`, [
	'recording of go',
	'5',
	'gap',
	'break',
	'6',
]);
test('two recordings', testEntries, `${head}5 1 2 3\n\n\n${head}6 1 2 3\n`, [
	'recording of go',
	'5',
	'break',
	'recording of go',
	'6',
]);
test('another source', testEntries, `${head}5 1 2 3\n\n${further}6 1 2 3\n`, [
	'recording of go',
	'5',
	'break',
	'stretch of os',
	'6',
]);
test('a stretch without its beginning', testEntries, `${further}6 1 2 3\n`, ['recording of os', '6']);
test('a stretch behind two blank lines', testEntries, `${head}5 1 2 3\n\n\n${further}`, [
	'recording of go',
	'5',
	'break',
	'recording of os',
]);
test('a recording without a sample', testEntries, `${head}\n\n${head}6 1 2 3\n`, [
	'recording of go',
	'recording of go',
	'6',
]);
test('a plain log', testEntries, '# made by hand\r\n\r\n5\t1   2\r\n6\t1   2\r\n', [
	'recording of another',
	'5',
	'6',
]);
test('plain recordings', testEntries, '5 1 2\n\n6 1 2\n\n\n7 1 2\n', [
	'recording of another',
	'5',
	'break',
	'6',
	'break',
	'recording of another',
	'7',
]);
test('plain behind ours', testEntries, `${head}5 1 2 3\n\n\n6 1 2\n`, [
	'recording of go',
	'5',
	'break',
	'recording of another',
	'6',
]);
test('blank lines count on over comments', testEntries, `${head}5 1 2 3\n\n# note\n\n6 1 2\n`, [
	'recording of go',
	'5',
	'break',
	'recording of another',
	'6',
]);
test('names need a header', testEntries, '# timestamp in_use system rss\n5 1 2\n', [
	'recording of another',
	'5',
]);
test('a header without names', testEntries, `${head.split('\n')[0]}\n5 1 2\n`, ['recording of go', '5']);
test('damaged lines', testEntries, `${head}5 1 2 3\n6 1\n\0\0\n7 1 2 3\n`, ['recording of go', '5', '7'], {
	damaged: 2,
	firstDamaged: 4,
});
test('a damaged header', testEntries, `${head.replace('}', '')}5 1 2 3\n`, ['recording of another', '5'], {
	damaged: 1,
	firstDamaged: 1,
});
test('a last line without its end', testEntries, `${head}5 1 2 3\n6 1 2 3`, ['recording of go', '5']);
test(
	'a line without any end',
	testEntries,
	`5 1 2\n${'x'.repeat(3_000_000)}\n6 1 2\n`,
	['recording of another', '5', '6'],
	{damaged: 1, firstDamaged: 2},
);

test('what is written comes back', async t => {
	const {log, folder} = openTestLog(t);
	const entries = [
		headerEntry(),
		sampleEntry(1),
		sampleEntry(2, {approximate: true, values: {'os.rss': 7}}),
	] as const;
	for (const entry of entries) log.write(entry);
	const [recording, first, second] = await readAll(join(folder, 'memory.log'));
	t.deepEqual(recording, {
		...{type: 'recording', offset: 0, line: 1},
		header: headerEntry().header,
		columns: ['rss', 'virt', 'approx', 'swap'],
	});
	t.like(first, {type: 'sample', time: 1_763_791_236, values: {rss: 1000, virt: 9000, swap: 0}});
	t.like(second, {type: 'sample', inUse: 2000, system: 9000, approximate: true, values: {rss: 7}});
});

test('lines come whole over the edges of what is read at once', async t => {
	const count = 20_000;
	const lines = Array.from({length: count}, (_, index) => sampleLine(index)).join('');
	const entries = await readAll(write(t, headerLines() + lines));
	t.is(entries.length, count + 2);
	t.true(
		entries.slice(1, -1).every((entry, index) => entry.type === 'sample' && entry.inUse === 1000 * index),
	);
});

test('a log that grows is read on from where it ended', async t => {
	const path = write(t, `${head}5 1 2 3\n6 1`);
	const end = (await readAll(path)).at(-1);
	if (end?.type !== 'fileEnd') return t.fail();
	t.like(end.position, {offset: head.length + 8, line: 3});
	appendFileSync(path, ' 2 4\n\nwhat\n');
	const entries = await readAll(path, end.position);
	t.like(entries[0], {type: 'sample', time: 6, values: {rss: 4}});
	t.deepEqual(entries.map(shorten), ['6', 'break', 'fileEnd']);
	t.like(entries.at(-1), {position: {line: 6, damaged: 1, firstDamaged: 6}});
});

test('a recording is read from its offset', async t => {
	const path = write(t, `${head}5 1 2 3\n\n\n${head}6 1 2 3\n`);
	const entries: string[] = [];
	for await (const entry of readLog(path, {offset: head.length + 10})) entries.push(shorten(entry));
	t.deepEqual(entries, ['recording of go', '6', 'fileEnd']);
});

const testUnreadable = test.macro(async (t, path: string, message: RegExp) => {
	await t.throwsAsync(readAll(path), {instanceOf: LogError, message});
});

test('missing', testUnreadable, '/no/such.log', /^expected a recording, got no such file: \/no\/such\.log$/);
test('a device', testUnreadable, '/dev/null', /^expected a recording, got a device: \/dev\/null$/);

test('a directory', async t => {
	const path = join(temporaryFolder(t), 'x.log');
	mkdirSync(path);
	await t.throwsAsync(readAll(path), {message: `expected a recording, got a directory: ${path}`});
});
