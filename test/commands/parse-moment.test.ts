import test from 'ava';
import {parseMoment} from '../../src/commands/parse-moment.ts';
import type {Moment} from '../../src/figure/moment.ts';
import {UsageError} from '../../src/model/usage-error.ts';

const testMoment = test.macro((t, text: string, expected: Moment) => {
	t.deepEqual(parseMoment(text), {...expected, words: text});
});

const localTime = (text: string): Moment => ({at: new Date(text).getTime() / 1000});

test('Unix seconds', testMoment, '1763791234', {at: 1_763_791_234});
test('with a fraction', testMoment, '1763791234.25', {at: 1_763_791_234.25});
test('ISO in UTC', testMoment, '2025-11-22T06:00:34Z', {at: 1_763_791_234});
test('with a zone', testMoment, '2025-11-22T07:30:34.5+01:30', {at: 1_763_791_234.5});
test('with a zone without colon', testMoment, '2025-11-22T05:00:34-0100', {at: 1_763_791_234});
test('local', testMoment, '2025-11-22T06:00:34', localTime('2025-11-22T06:00:34'));
test('local without seconds, with a space', testMoment, '2025-11-22 06:00', localTime('2025-11-22T06:00'));
test('a day begins at its local midnight', testMoment, '2025-11-22', localTime('2025-11-22T00:00'));
test('minutes back from the end', testMoment, '-10m', {beforeEnd: 600});
test('seconds back from the end', testMoment, '-90', {beforeEnd: 90});
test('hours back from the end', testMoment, '-1.5h', {beforeEnd: 5400});

const testRefused = test.macro((t, text: string) => {
	t.throws(() => parseMoment(text), {instanceOf: UsageError, message: /^expected a (moment|duration) /});
});

for (const text of [
	...['', 'now', '10m', '-', '-0', '-10x', '1e9', '0x10', '2025-02-30', '2025-13-01', '2025-11-22T25:00'],
	...['2025-11-22T06', '2025-11-22T06:00Zed', '06:00', '99999999999999999999999999999999999999999e9'],
])
	test(`no moment: ${JSON.stringify(text)}`, testRefused, text);
