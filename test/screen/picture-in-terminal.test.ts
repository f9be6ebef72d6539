import test, {type ExecutionContext} from 'ava';
import {findGnuplot, type Gnuplot} from '../../src/plot/gnuplot.ts';
import type {Size} from '../../src/plot/layout.ts';
import {pictureOf} from '../../src/plot/picture-of.ts';
import {pictureInTerminal} from '../../src/screen/picture-in-terminal.ts';
import type {Graphics, TerminalPicture} from '../../src/terminal/graphics/graphics.ts';
import type {ShowingEnd} from '../../src/terminal/graphics/show-picture.ts';

const pictureAt = async (size: Size) =>
	pictureOf([], {range: {from: 0, to: 1}, fromStart: false, size, utcOffset: 0});

/** A screen of these sizes, one after the other, on which pictures end like this, and what it showed. */
const screenOf = (sizes: readonly (Graphics | undefined)[], ends: readonly ShowingEnd[]) => {
	const shown: TerminalPicture[] = [];
	const screen = {
		graphics: async () => sizes[Math.min(shown.length, sizes.length - 1)],
		showPicture: async (picture: TerminalPicture) => {
			shown.push(picture);
			return ends[shown.length - 1] ?? 'key';
		},
	};
	return {screen, shown};
};

const small: Graphics = {kind: 'sixel', width: 480, height: 282};
const large: Graphics = {kind: 'sixel', width: 800, height: 474};
const kitty: Graphics = {kind: 'kitty', width: 600, height: 402};

/** Width and height in pixels, as the raster attributes of sixels (`"1;1;width;height`) or the head of a PNG say. */
const sizeOf = ({kind, bytes}: TerminalPicture): string => {
	const buffer = Buffer.from(bytes);
	if (kind === 'kitty') return `png ${buffer.readUInt32BE(16)}x${buffer.readUInt32BE(20)}`;
	const [, width, height] = /^\u001bP[^q]*q"1;1;(\d+);(\d+)/.exec(buffer.toString('latin1')) ?? [];
	return `sixel ${width}x${height}`;
};

type Case = {
	readonly sizes: readonly (Graphics | undefined)[];
	readonly ends?: readonly ShowingEnd[];
	readonly shows: readonly string[];
	readonly outcome: 'shown' | undefined;
	readonly terminals?: readonly string[];
};

const cases: Readonly<Record<string, Case>> = {
	'a terminal with sixels': {sizes: [large], shows: ['sixel 800x474'], outcome: 'shown'},
	'a terminal like kitty': {sizes: [kitty], shows: ['png 600x402'], outcome: 'shown'},
	'a terminal with neither': {sizes: [undefined], shows: [], outcome: undefined},
	'drawn anew for another size': {
		sizes: [large, small],
		ends: ['resized', 'key'],
		shows: ['sixel 800x474', 'sixel 480x282'],
		outcome: 'shown',
	},
	'too small afterwards': {
		sizes: [large, undefined],
		ends: ['resized'],
		shows: ['sixel 800x474'],
		outcome: 'shown',
	},
	'taken away': {sizes: [large], ends: ['taken'], shows: ['sixel 800x474'], outcome: 'shown'},
	'a gnuplot without sixels': {sizes: [large], terminals: ['pngcairo'], shows: [], outcome: undefined},
};

const isShown = async (t: ExecutionContext, {sizes, ends = [], shows, outcome, terminals}: Case) => {
	const {screen, shown} = screenOf(sizes, ends);
	const found = await findGnuplot('gnuplot');
	const gnuplot = {...found, ...(terminals && {terminals: new Set(terminals)})} as Gnuplot;
	const runner = {program: 'gnuplot', patience: 5000, signal: new AbortController().signal};
	const end = await pictureInTerminal({screen, pictureAt})(gnuplot, runner);
	t.deepEqual(shown.map(sizeOf), shows);
	t.is(end?.kind, outcome);
};

for (const [name, shown] of Object.entries(cases)) test(name, isShown, shown);

test('cancelled while it is composed', async t => {
	const {screen, shown} = screenOf([large], []);
	const control = new AbortController();
	const runner = {program: 'gnuplot', patience: 5000, signal: control.signal};
	const cancelled = pictureInTerminal({screen, pictureAt: async () => undefined});
	t.deepEqual(await cancelled(await findGnuplot('gnuplot'), runner), {kind: 'cancelled'});
	control.abort();
	const aborted = pictureInTerminal({screen, pictureAt});
	t.deepEqual(await aborted(await findGnuplot('gnuplot'), runner), {kind: 'cancelled'});
	t.deepEqual(shown, []);
});
