import {join} from 'node:path';
import test from 'ava';
import {drawLogs} from '../../src/figure/draw-recording.ts';
import type {Outcome} from '../../src/plot/drawing.ts';
import {newFolder} from '../plot/run-gnuplot.ts';
import {logWith, three} from './recordings.ts';

/** What became of a log in a terminal that shows pictures or not, and how often it was begun to be read. */
const drawnIn = async (size: {width: number; height: number} | undefined) => {
	const output = join(newFolder(), 'memory.png');
	let [found, begun, before] = [0, 0, Number.POSITIVE_INFINITY];
	const options = {
		...{paths: [logWith(...three)], output, display: false},
		found: () => (found += 1),
		tell: (bytes: number) => {
			if (bytes <= before) begun += 1;
			before = bytes;
		},
		inTerminal: (pictureAt: (asked: {width: number; height: number}) => Promise<unknown>) => async () => {
			if (!size) return undefined;
			await pictureAt(size);
			return {kind: 'shown'} satisfies Outcome;
		},
	};
	const {kind} = await drawLogs(options, new AbortController().signal);
	return {kind, found, begun};
};

test('for a terminal that shows pictures a log is read once', async t => {
	t.deepEqual(await drawnIn({width: 640, height: 480}), {kind: 'shown', found: 1, begun: 1});
});

test('so it is for a file', async t => {
	t.deepEqual(await drawnIn(undefined), {kind: 'file', found: 1, begun: 1});
});
