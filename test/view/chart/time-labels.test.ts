import test from 'ava';
import {windows} from '../../../src/app/ladder.ts';
import {timeLabels} from '../../../src/view/chart/time-labels.ts';

/** The line of labels as it is drawn, with the window in seconds. */
const lineOf = (cells: number, window: number, edge = 'now'): string => {
	const line = Array.from({length: cells}, () => ' ');
	for (const {x, text} of timeLabels({cells, window, edge})) line.splice(x, text.length, ...text);
	return line.join('');
};

const testLine = test.macro((t, cells: number, window: number, expected: string) => {
	t.is(lineOf(cells, window), expected);
});

test('middle and ends', testLine, 30, 300, '-5m         -2m30s         now');
test('ends alone', testLine, 12, 300, '-5m      now');
test('quarters', testLine, 64, 60, '-1m           -45s            -30s            -15s           now');

test('labels lie within the line, apart from each other, and the edge is last', t => {
	for (const window of windows) {
		for (let cells = 8; cells <= 300; cells += 1) {
			for (const edge of ['now', '12:34:56']) {
				const labels = timeLabels({cells, window, edge});
				const ends = labels.map(({x, text}) => x + text.length);
				t.is(labels.at(-1)?.text, edge);
				t.is(ends.at(-1), cells);
				t.true(labels.every(({x}, index) => x >= 0 && (index === 0 || x > (ends[index - 1] ?? 0))));
			}
		}
	}
});

const sizes: Readonly<Record<string, number>> = {ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400};

/** Seconds that a label counts back. */
const secondsOf = (text: string): number =>
	[...text.matchAll(/([\d.]+)(ms|s|m|h|d)/g)].reduce(
		(sum, [, count, unit = '']) => sum + Number(count) * (sizes[unit] ?? 0),
		0,
	);

test('a label says the time of the place where it stands', t => {
	const cells = 200;
	for (const window of windows) {
		for (const {x, text} of timeLabels({cells, window, edge: 'now'}).slice(1, -1)) {
			const middle = x + text.length / 2;
			const expected = window * (1 - middle / cells);
			t.true(Math.abs(secondsOf(text) - expected) <= window / cells, `${text} in ${window} s`);
		}
	}
});
