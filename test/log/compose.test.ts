import test from 'ava';
import {compose, freshEnding} from '../../src/log/compose.ts';
import type {Entry} from '../../src/model/entry.ts';
import {headerEntry, headerLines, sampleEntry, sampleLine} from './helpers/entries.ts';

const header = headerEntry();
const further = headerEntry({continues: true});
const mark: Entry = {type: 'mark', time: 5, details: {}};
const step: Entry = {type: 'step', time: 5, details: {}};
const cut: Entry = {type: 'break'};

const names: Readonly<Record<string, string>> = {
	[headerLines()]: 'H',
	[headerLines('"host":"web-3","continues":true')]: 'C',
	[headerLines('"host":"web-3","continues":false')]: 'F',
	[sampleLine(1)]: 's',
	'# mark {"time":5}\n': 'm',
	'# step {"time":5}\n': 't',
	'\n': '.',
};

/** Text with a letter for each block it is made of. */
const shorten = (text: string): string =>
	Object.entries(names).reduce((short, [block, name]) => short.replaceAll(block, name), text);

const testText = test.macro((t, isEmpty: boolean, entries: readonly Entry[], expected: string) => {
	t.is(shorten(compose(freshEnding(isEmpty), entries).text), expected);
});

const sample = sampleEntry(1);

test('first in an empty file', testText, true, [header, sample, sample], 'Hss');
test('first behind another recording', testText, false, [header, sample], '..Hs');
test('next recording', testText, true, [header, sample, header, sample], 'Hs..Hs');
test('next recording after a break', testText, true, [header, sample, cut, header], 'Hs...H');
test('another source', testText, true, [header, sample, further, sample], 'Hs.Cs');
test('another source after a break', testText, true, [header, sample, cut, further, sample], 'Hs.Cs');
test('another source at once', testText, true, [header, further, sample], 'HCs');
test('goes on in an empty file', testText, true, [further, sample], 'Cs');
test('has nothing of ours to go on with', testText, false, [further, sample], '..Fs');
test('break', testText, true, [header, sample, cut, sample], 'Hs.s');
test('break without a curve', testText, true, [header, cut, sample], 'Hs');
test('break twice', testText, true, [header, sample, cut, cut, sample], 'Hs.s');
test('break, note, break is one', testText, true, [header, sample, cut, mark, cut, sample], 'Hs.ms');
test('step breaks by itself', testText, true, [header, sample, step, sample], 'Hst.s');
test('step and its break', testText, true, [header, sample, step, cut, sample], 'Hst.s');
test('step after a break', testText, true, [header, sample, cut, step, sample], 'Hs.ts');
test('break before anything', testText, true, [cut, header], 'H');
