import test from 'ava';
import {parseCount, parseDelay, parseDuration} from '../../src/commands/parse.ts';
import {UsageError} from '../../src/model/usage-error.ts';

type Parse = (text: string) => number;

const testParsed = test.macro((t, parse: Parse, text: string, expected: number) => {
	t.is(parse(text), expected);
});

const testRefused = test.macro((t, parse: Parse, text: string, expected: string) => {
	t.throws(() => parse(text), {instanceOf: UsageError, message: `expected ${expected}, got "${text}"`});
});

test('delay', testParsed, parseDelay, '0.5', 0.5);
test('delay without a leading zero', testParsed, parseDelay, '.5', 0.5);
test('shortest delay', testParsed, parseDelay, '0.001', 0.001);
test('longest delay', testParsed, parseDelay, '3600', 3600);
for (const text of [
	'0',
	'0.0009',
	'3600.1',
	'-1',
	'x',
	'',
	'1s',
	'1e3',
	'0x10',
	' 1',
	'.',
	'Infinity',
	'NaN',
]) {
	test(`delay "${text}"`, testRefused, parseDelay, text, 'a delay in seconds from 0.001 to 3600');
}

test('count', testParsed, parseCount, '12', 12);
test('count with zeros before it', testParsed, parseCount, '007', 7);
for (const text of ['0', '1.5', '-1', 'x', '', '1e3', '9007199254740993']) {
	test(`count "${text}"`, testRefused, parseCount, text, 'a count of samples, a whole number from 1');
}

test('plain seconds', testParsed, parseDuration, '90', 90);
test('seconds', testParsed, parseDuration, '90s', 90);
test('milliseconds', testParsed, parseDuration, '250ms', 0.25);
test('minutes', testParsed, parseDuration, '1.5m', 90);
test('hours', testParsed, parseDuration, '2h', 7200);
test('days', testParsed, parseDuration, '1d', 86_400);
for (const text of ['0', '0s', '-1s', '1w', '1 h', '1h30m', 's', '', '1..5s', '1e3']) {
	test(`duration "${text}"`, testRefused, parseDuration, text, 'a duration such as 90s, 10m or 2h');
}

test('a duration without end', t => {
	t.throws(() => parseDuration('9'.repeat(400)), {instanceOf: UsageError});
});

test('what was typed is cleaned before it is shown', t => {
	t.throws(() => parseDelay('\u001b[31m'), {message: /got "\?\[31m"$/});
});
