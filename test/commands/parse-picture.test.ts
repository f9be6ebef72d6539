import test from 'ava';
import {
	formatOf,
	parseAlign,
	parseChoice,
	parseFormat,
	parseSize,
	parseTerminal,
} from '../../src/commands/parse-picture.ts';
import {UsageError} from '../../src/model/usage-error.ts';

type Parse = (text: string) => unknown;

const testParsed = test.macro((t, parse: Parse, text: string, expected: unknown) => {
	t.deepEqual(parse(text), expected);
});

const testRefused = test.macro((t, parse: Parse, text: string, expected: string) => {
	t.throws(() => parse(text), {instanceOf: UsageError, message: `expected ${expected}, got "${text}"`});
});

test('format', testParsed, parseFormat, 'PDF', 'pdf');
test('format by ending', testParsed, formatOf, 'a.b/x.SVG', 'svg');
test('size', testParsed, parseSize, '200x10000', {width: 200, height: 10_000});
test('recording', testParsed, parseChoice, '2', 2);
test('newest recording', testParsed, parseChoice, 'last', 'last');
test('alignment', testParsed, parseAlign, 'clock', 'clock');
test('terminal', testParsed, parseTerminal, 'png', 'png');

test('no format', testRefused, parseFormat, 'gif', 'a format (png, svg, pdf)');
const names = "a picture's name that ends in one of .png, .svg, .pdf";
for (const name of ['x.jpg', 'png', 'x', '.png', 'x.png/', 'x.svg.gz'])
	test(`no format by its ending: ${name}`, testRefused, formatOf, name, names);
const sizes = 'a size from 200x200 to 10000x10000 as 1920x1080';
for (const size of ['199x300', '300x10001', '1920', 'x', '1920 x 1080', '-300x300', '3e2x300', '300x300x300'])
	test(`no size: ${size}`, testRefused, parseSize, size, sizes);
for (const text of ['0', '-1', '1.5', 'first', ''])
	test(`no recording: "${text}"`, testRefused, parseChoice, text, "a recording's number from 1, last or all");
test('no alignment', testRefused, parseAlign, 'end', 'start or clock');
test('no terminal', testRefused, parseTerminal, 'dumb', 'a terminal of gnuplot for a PNG (pngcairo, png)');
