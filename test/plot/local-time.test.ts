import test, {type ExecutionContext} from 'ava';
import {clockOf, dateOf, spanText, utcName} from '../../src/plot/local-time.ts';
import {start} from './recording.ts';

const testName = (t: ExecutionContext, offset: number, expected: string) => t.is(utcName(offset), expected);

test('no offset', testName, 0, 'UTC');
test('east', testName, 60, 'UTC+01:00');
test('half an hour', testName, 330, 'UTC+05:30');
test('west', testName, -210, 'UTC-03:30');

const testSpan = (t: ExecutionContext, [seconds, offset]: readonly [number, number], expected: string) =>
	t.is(spanText({from: start, to: start + seconds}, offset), expected);

test('within a day', testSpan, [2676, 0], '2025-11-22 06:00:34 – 06:45:10 (44m 36s)');
test('in local time', testSpan, [2676, 60], '2025-11-22 07:00:34 – 07:45:10 (44m 36s)');
test('over midnight', testSpan, [86_400, 0], '2025-11-22 06:00:34 – 2025-11-23 06:00:34 (1d)');
test(
	'over the local midnight only',
	testSpan,
	[3600, -380],
	'2025-11-21 23:40:34 – 2025-11-22 00:40:34 (1h)',
);
test('milliseconds', testSpan, [0.25, 0], '2025-11-22 06:00:34.500 – 06:00:34.750 (0.25s)');

test('time of day and date', t => {
	t.is(clockOf(start, 'minute'), '06:00');
	t.is(clockOf(start, 'second'), '06:00:34');
	t.is(clockOf(start, 'millisecond'), '06:00:34.500');
	t.is(dateOf(start), 'Nov 22');
	t.is(dateOf(0), 'Jan 1');
});
