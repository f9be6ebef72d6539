import test from 'ava';
import {clockLabels} from '../../../src/view/chart/clock-labels.ts';

process.env.TZ = 'Europe/Berlin';

// 2025-11-22 13:40:00 there.
const start = Date.UTC(2025, 10, 22, 12, 40) / 1000;

const lineOf = (cells: number, from: number, seconds: number): string => {
	const line = Array.from({length: cells}, () => ' ');
	for (const {x, text} of clockLabels({start: from, end: from + seconds, cells})) {
		line.splice(x, text.length, ...text);
	}
	return line.join('').trimEnd();
};

/** Rows: cells, seconds across them from 13:40:03 on, and the line of labels. */
const testLine = test.macro((t, [cells, seconds]: readonly [number, number], expected: string) => {
	t.is(lineOf(cells, start + 3, seconds), expected);
});

test('minutes', testLine, [60, 600], '13:40:03 13:42       13:44       13:46       13:48  13:50:03');
test('seconds', testLine, [40, 20], '13:40:03  13:40:10              13:40:23');
test('parts of a second', testLine, [48, 1], '13:40:03.000      13:40:03.500      13:40:04.000');
test('hours', testLine, [40, 36_000], '13:40          18:00       21:00   23:40');
test('midnight is a day', testLine, [40, 86_400], '13:40         Nov 23     06:00     13:40');
test('days', testLine, [40, 10 * 86_400], 'Nov 22            Nov 28           Dec 2');
test('ends alone', testLine, [19, 296], '13:40:03   13:44:59');
test('little room', testLine, [12, 296], '13:40:03');
test('room for one round time', testLine, [7, 600], ' 13:45');
test('no room for any', testLine, [4, 600], '');

test('labels are round where clocks are put back within the chart', t => {
	const before = Date.UTC(2025, 9, 25, 20) / 1000;
	t.is(lineOf(60, before, 43_200), '22:00  Oct 26          02:00     04:00     06:00       09:00');
});

test('labels lie within the line, ascending and apart, and tell of both ends', t => {
	for (const seconds of [1, 7, 61, 3599, 40_000, 200_000, 3e6, 1e8]) {
		for (let cells = 1; cells <= 250; cells += 3) {
			const labels = clockLabels({start: start + 0.123, end: start + 0.123 + seconds, cells});
			const ends = labels.map(({x, text}) => x + text.length);
			t.true(labels.every(({x}, index) => x >= 0 && (index === 0 || x > (ends[index - 1] ?? 0))));
			t.true(ends.every(end => end <= cells));
			if (cells >= 27) t.deepEqual([labels[0]?.x, ends.at(-1)], [0, cells], `${seconds} s in ${cells} cells`);
		}
	}
});
