import test from 'ava';
import {formatEntry, layoutOf} from '../../src/log/format.ts';
import type {Column, Entry, RecordingHeader} from '../../src/model/entry.ts';
import type {Sample} from '../../src/model/sample.ts';
import {headerEntry, headerLines, sampleEntry, sampleLine} from './helpers/entries.ts';

const testEntry = test.macro((t, entry: Entry, expected: string) => {
	t.is(formatEntry(entry, layoutOf(headerEntry())), expected);
});

test('sample', testEntry, sampleEntry(3), sampleLine(3));
test('break', testEntry, {type: 'break'}, '\n');
test(
	'gap',
	testEntry,
	{type: 'gap', time: 5.25, details: {reason: 'late', missed: 12}},
	'# gap {"time":5.25,"reason":"late","missed":12}\n',
);
test(
	'mark',
	testEntry,
	{type: 'mark', time: 5, details: {label: 'a\nb'}},
	'# mark {"time":5,"label":"a\\nb"}\n',
);
test(
	'step',
	testEntry,
	{type: 'step', time: 5, details: {seconds: -60}},
	'# step {"time":5,"seconds":-60}\n',
);
test('end', testEntry, {type: 'end', time: 5, details: {}}, '# end {"time":5}\n');

const testHeader = test.macro((t, change: Partial<RecordingHeader>, end: string) => {
	t.is(formatEntry(headerEntry(change), layoutOf(headerEntry())), headerLines(end));
});

test('header', testHeader, {}, '"host":"web-3"');
test('header that goes on', testHeader, {continues: true}, '"host":"web-3","continues":true');
test('header with a command', testHeader, {command: 'a "b"'}, '"host":"web-3","command":"a \\"b\\""');

test('header in its own order', t => {
	const entry = headerEntry();
	const {host, interval, source, ...rest} = entry.header;
	const turned = {...entry, header: {host, interval, source, ...rest}};
	t.is(formatEntry(turned, layoutOf(turned)), headerLines());
});

const testSample = test.macro((t, change: Partial<Sample>, expected: string) => {
	t.is(formatEntry(sampleEntry(0, {time: 1.5, ...change}), layoutOf(headerEntry())), `${expected}\n`);
});

test('approximate', testSample, {approximate: true}, '1.500 0 9000 0 9000 1 0');
test('never a value', testSample, {inUse: Number.NaN, system: Number.NaN}, '1.500 NaN NaN 0 9000 0 0');
test('missing further metrics', testSample, {values: {'os.virt': 7}}, '1.500 0 9000 NaN 7 0 NaN');
test('no further number at all', testSample, {values: {'os.swap': Infinity}}, '1.500 0 9000 NaN NaN 0 NaN');
test('bytes are whole', testSample, {inUse: 1.5, system: 2.4}, '1.500 2 2 0 9000 0 0');
test(
	'a percentage keeps decimals',
	testSample,
	{values: {'os.swap': 12.345_67}},
	'1.500 0 9000 NaN NaN 0 12.346',
);
test('tebibytes stay digits', testSample, {inUse: 2 ** 50}, '1.500 1125899906842624 9000 0 9000 0 0');

const testStamp = test.macro((t, interval: number, expected: string) => {
	const layout = layoutOf(headerEntry({interval}));
	t.is(formatEntry(sampleEntry(0, {time: 1_763_791_235.123_456}), layout).split(' ')[0], expected);
});

test('milliseconds from 100 ms', testStamp, 0.1, '1763791235.123');
test('microseconds below', testStamp, 0.05, '1763791235.123456');

const testNames = test.macro((t, names: readonly string[], expected: string) => {
	const columns: readonly Column[] = names.map(name => ({name, metric: `x.${name}`}));
	const entry = {...headerEntry(), columns};
	t.is(formatEntry(entry, layoutOf(entry)).split('\n')[1], `# timestamp in_use system ${expected}`);
	t.is(layoutOf(entry).metrics.indexOf(undefined), expected.split(' ').indexOf('approx'));
});

test('approx behind virt', testNames, ['rss', 'virt', 'released'], 'rss virt approx released');
test('approx behind rss alone', testNames, ['rss', 'released'], 'rss approx released');
test('approx first', testNames, ['released'], 'approx released');
test('approx alone', testNames, [], 'approx');
