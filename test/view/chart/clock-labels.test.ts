import test from 'ava';
import {clockLabels, type DateNeed} from '../../../src/view/chart/clock-labels.ts';

process.env.TZ = 'Europe/Berlin';

// 2025-11-22 13:40:00 there.
const start = Date.UTC(2025, 10, 22, 12, 40) / 1000;

const lineOf = (cells: number, from: number, seconds: number, need: DateNeed = 'none'): string => {
	const line = Array.from({length: cells}, () => ' ');
	for (const {x, text} of clockLabels({start: from, end: from + seconds, cells}, need)) {
		line.splice(x, text.length, ...text);
	}
	return line.join('').trimEnd();
};

/** Rows: cells, seconds across them from 13:40 on, what the first label is to say, and the line of labels. */
const testLine = test.macro((t, [cells, seconds, need]: Row, expected: string) => {
	t.is(lineOf(cells, start, seconds, need), expected);
});

type Row = readonly [cells: number, seconds: number, need?: DateNeed];

test('minutes', testLine, [40, 600], '                13:45:00');
test('seconds', testLine, [40, 20], '                13:40:10');
test('parts of a second', testLine, [48, 1], '                  13:40:00.500');
test('hours', testLine, [40, 36_000], '   15:00       18:00       21:00');
test('midnight is a day', testLine, [40, 86_400], '     18:00    Nov 23     06:00     12:00');
test('days', testLine, [40, 10 * 86_400], '  Nov 24          Nov 28           Dec 2');
test(
	'with the day before the first',
	testLine,
	[60, 600, 'day'],
	'     Nov 22 13:42:00            13:46:00    13:48:00',
);
test(
	'with the date before the first',
	testLine,
	[80, 600, 'date'],
	'       2025-11-22 13:42:00  13:44:00        13:46:00        13:48:00',
);
test('no room for any', testLine, [7, 600], '');

test('labels are round where clocks are put back within the chart', t => {
	const before = Date.UTC(2025, 9, 25, 20) / 1000;
	t.is(lineOf(60, before, 43_200), '       Oct 26          02:00     04:00     06:00     08:00');
});

test('labels lie within the line, ascending and apart', t => {
	for (const seconds of [1, 7, 61, 3599, 40_000, 200_000, 3e6, 1e8]) {
		for (let cells = 1; cells <= 250; cells += 3) {
			const labels = clockLabels({start: start + 0.123, end: start + 0.123 + seconds, cells}, 'date');
			const ends = labels.map(({x, text}) => x + text.length);
			t.true(labels.every(({x}, index) => x >= 0 && (index === 0 || x > (ends[index - 1] ?? 0))));
			t.true(ends.every(end => end <= cells));
			if (cells > 60) t.true(labels.length > 0, `${seconds} s in ${cells} cells`);
		}
	}
});
