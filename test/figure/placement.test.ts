import test, {type ExecutionContext} from 'ava';
import type {Moment} from '../../src/figure/moment.ts';
import {type Asked, placementOf} from '../../src/figure/placement.ts';
import {CannotGoOnError} from '../../src/model/cannot-go-on-error.ts';
import {clockText, dateText} from '../../src/model/local-time.ts';
import {UsageError} from '../../src/model/usage-error.ts';

// An hour of a recording, and ten minutes of one in its middle.
const first = {from: 1_763_791_234, to: 1_763_794_834};
const second = {from: 1_763_793_000, to: 1_763_793_600};

const at = (time: number): Moment => ({at: time});

/** What is asked for, and from when to when that is drawn, in seconds since the first sample. */
const testRange = test.macro((t: ExecutionContext, asked: Asked, expected: readonly [number, number]) => {
	const {range} = placementOf([first, second], {align: 'clock', ...asked});
	t.deepEqual([range.from - first.from, range.to - first.from], [...expected]);
});

test('all', testRange, {}, [0, 3600]);
test('a part', testRange, {from: at(first.from + 60), to: at(first.to - 60)}, [60, 3540]);
test('from a day before the first sample', testRange, {from: at(first.from - 86_400)}, [0, 3600]);
test('to a day behind the last', testRange, {to: at(first.to + 86_400)}, [0, 3600]);
test('from further back than there is', testRange, {from: {beforeEnd: 7200}}, [0, 3600]);

test('a stretch since the starts', t => {
	const sinceStart = {from: 60, to: 120};
	const asked = {align: 'start', sinceStart} as const;
	t.deepEqual(placementOf([first, second], asked), {range: sinceStart, fromStart: true, only: undefined});
});

const spoken = (time: number): string => `${dateText(time)} ${clockText(time)}`;

/** What is asked for, and the message where nothing can be drawn there. */
const testRefused = test.macro(
	(t: ExecutionContext, asked: Asked, expected: readonly [new (message: string) => Error, string]) => {
		const [instanceOf, message] = expected;
		t.throws(() => placementOf([first], asked), {instanceOf, message});
	},
);

const samples = `expected a stretch with samples, which are from ${spoken(first.from)} to ${spoken(first.to)}, got`;

test('from behind the last sample', testRefused, {from: {at: 1_800_000_000, words: '2027-01-15'}}, [
	CannotGoOnError,
	`${samples} --from 2027-01-15`,
]);
test('to before the first, in seconds', testRefused, {to: {at: 1_700_000_000, words: '1700000000'}}, [
	CannotGoOnError,
	`${samples} --to 1700000000 (${spoken(1_700_000_000)})`,
]);
test('both, without the words', testRefused, {from: at(10), to: at(20)}, [
	CannotGoOnError,
	`${samples} --from ${spoken(10)} --to ${spoken(20)}`,
]);
test(
	'from after to, back from the end',
	testRefused,
	{from: {beforeEnd: 10, words: '-10s'}, to: {beforeEnd: 20, words: '-20s'}},
	[UsageError, 'expected --from before --to, got --from -10s --to -20s'],
);
test(
	'from after to, of two kinds',
	testRefused,
	{from: {beforeEnd: 10, words: '-10s'}, to: {at: first.to - 60, words: '2025-11-22T06:59'}},
	[UsageError, 'expected --from before --to, got --from -10s --to 2025-11-22T06:59'],
);
