import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {type Span, spanOf} from '../../src/log/span.ts';
import {headerLines, sampleLine} from './helpers/entries.ts';
import {temporaryFolder} from './helpers/folder.ts';

const testSpan = test.macro(async (t, text: string, span: Span | undefined) => {
	const path = join(temporaryFolder(t), 'x.log');
	writeFileSync(path, text);
	t.deepEqual(await spanOf(path), span);
});

const long = headerLines() + Array.from({length: 60_000}, (_, index) => sampleLine(index)).join('');
const ours = {first: 1_763_791_235, last: 1_763_791_235 + 59_999};

test('nothing', testSpan, '', undefined);
test('no sample', testSpan, headerLines(), undefined);
test('one sample', testSpan, '5 1 2\n', {first: 5, last: 5});
test('long', testSpan, long, ours);
test('a last line without its end', testSpan, `${long}17637912`, ours);
test('behind it many notes', testSpan, long + '# mark {"time":5}\n'.repeat(20_000), ours);
test('milliseconds', testSpan, '1294926363000 1 2\n1294926364500 1 2\n', {
	first: 1_294_926_363,
	last: 1_294_926_364.5,
});
