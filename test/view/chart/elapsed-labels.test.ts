import test from 'ava';
import {elapsedLabels, elapsedText} from '../../../src/view/chart/elapsed-labels.ts';

const start = 1_763_791_200;

const lineOf = (cells: number, from: number, seconds: number): string => {
	const line = Array.from({length: cells}, () => ' ');
	for (const {x, text} of elapsedLabels({start: start + from, end: start + from + seconds, cells}, start)) {
		line.splice(x, text.length, ...text);
	}
	return line.join('').trimEnd();
};

const testLine = test.macro(
	(t, [cells, from, seconds]: readonly [number, number, number], expected: string) => {
		t.is(lineOf(cells, from, seconds), expected);
	},
);

test('from the start', testLine, [40, 0, 180], '0           1m           2m           3m');
test('from before the start', testLine, [40, -60, 180], '             0           1m           2m');
test('from the middle', testLine, [40, 3630, 180], '    1h 1m         1h 2m        1h 3m 30s');
test('many hours', testLine, [40, 0, 40_000], '0                   6h            11h 7m');
test('within a second', testLine, [40, 61, 1], '1m 1s            1m 1.5s           1m 2s');

/** Rows: seconds, what they are exact to, and their text. */
const testText = test.macro((t, seconds: number, step: number, expected: string) => {
	t.is(elapsedText(seconds, step), expected);
});

test('nothing', testText, 0, 1, '0');
test('seconds', testText, 12, 1, '12s');
test('a part of a second', testText, 61.25, 0.001, '1m 1.25s');
test('rounded up to a minute', testText, 59.9999, 0.001, '1m');
test('hours', testText, 7500, 60, '2h 5m');
test('days', testText, 273_600, 3600, '3d 4h');
test('before the start', testText, -90, 1, '-1m 30s');
test('no number', testText, Number.NaN, 1, '');
