import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {
	type FileTerminal,
	fileScript,
	names,
	windowMarker,
	windowScript,
} from '../../src/plot/gnuplot-script.ts';
import type {Picture} from '../../src/plot/picture.ts';
import {pictureData} from '../../src/plot/picture-data.ts';
import {assertDrawn} from './pixels.ts';
import {
	controlNames,
	header,
	hostileNames,
	mebibyte,
	pictureOf,
	recordingOf,
	type Samples,
	start,
	waves,
} from './recording.ts';
import {gnuplot, newFolder} from './run-gnuplot.ts';

const draw = (t: ExecutionContext, picture: Picture, terminal: FileTerminal = 'pngcairo'): Buffer => {
	const folder = newFolder();
	writeFileSync(join(folder, names.data), pictureData(picture.curves));
	writeFileSync(join(folder, names.script), fileScript(picture, terminal));
	t.deepEqual(gnuplot(folder, '-d', names.script), {status: 0, output: '', errors: ''});
	t.deepEqual(readdirSync(folder).sort(), ['picture.dat', 'picture.gp', 'picture.png']);
	return readFileSync(join(folder, names.image));
};

const testPixels = (
	t: ExecutionContext,
	recorded: Samples,
	[terminal, curve]: readonly [FileTerminal, string],
) => {
	const picture = pictureOf(recorded, 60);
	assertDrawn(t, draw(t, picture, terminal), [picture, curve]);
};

test('in use lies where its samples are', testPixels, waves(2000), ['pngcairo', 'In use']);
test('so it does beside a right axis', testPixels, waves(2000, 20), ['pngcairo', 'In use']);
test('so it does without cairo', testPixels, waves(2000), ['png', 'In use']);
test('system, without the dashes', testPixels, waves(2000), ['png', 'System']);
test('system on the right axis', testPixels, waves(2000, 20), ['png', 'System']);
test('a million samples', testPixels, waves(1_000_000), ['pngcairo', 'In use']);
test('samples far apart', testPixels, waves(25), ['pngcairo', 'In use']);

/** Words of the script for the line of system: where dashes are not drawn, it is thinner than that of in use. */
const testDashes = test.macro((t, terminal: FileTerminal, expected: string) => {
	t.true(fileScript(pictureOf(waves(25), 0), terminal).includes(`with lines ${expected} linecolor`));
});

test('dashes of pngcairo', testDashes, 'pngcairo', 'dashtype (12,6) linewidth 3');
test('dashes of pdfcairo', testDashes, 'pdfcairo', 'dashtype (12,6) linewidth 3');
test('no dashes of png', testDashes, 'png', 'dashtype solid linewidth 2');
test('no dashes of sixelgd', testDashes, 'sixelgd', 'dashtype solid linewidth 2');

test('without dashes the widths tell the lines of a small picture apart, too', t => {
	const recorded = waves(25);
	const picture = {...pictureOf({...recorded, rss: recorded.inUse}, 0), size: {width: 600, height: 300}};
	const widths = fileScript(picture, 'png').matchAll(/with lines dashtype solid linewidth ([\d.]+)/g);
	t.deepEqual(
		[...widths].map(([, width]) => width),
		['3', '2', '1'],
	);
});

test('a single sample leaves a dot', t => {
	const picture = pictureOf(waves(1), 0);
	assertDrawn(t, draw(t, picture), [picture, 'In use']);
	assertDrawn(t, draw(t, picture), [picture, 'System']);
});

test('nothing at all still draws', t => {
	t.true(draw(t, pictureOf(waves(0), 0)).length > 0);
});

test('a gap stays empty', t => {
	const level = recordingOf({length: 1000, inUse: () => 10, system: () => 10});
	for (let row = 400; row < 600; row += 1) {
		level.inUse[row] = Number.NaN;
		level.system[row] = Number.NaN;
	}
	const picture = pictureOf(level, 0);
	const rows = pictureData(picture.curves).split('\n\n\n')[0]?.split('\n') ?? [];
	t.is(rows.indexOf(''), 400);
	t.is(rows[401], `${start + 600} ${10 * mebibyte}`);
	t.deepEqual(picture.gaps, [{from: start + 399, to: start + 600}]);
	draw(t, picture);
});

const named = (name: string): Samples => ({
	...waves(100),
	header: {...header, name},
	sourceLabels: {inUse: name, system: name, source: name},
	marks: [{time: start + 50, label: name}],
});

const testHarmless = (t: ExecutionContext, name: string) => {
	draw(t, pictureOf(named(name), 0));
};

// This gnuplot has no window, so its text terminal stands for one; the rest of the script is as it would run.
const testWindow = (t: ExecutionContext, name: string) => {
	const folder = newFolder();
	const picture = pictureOf(named(name), 60);
	const script = windowScript(picture, 'qt');
	t.regex(script, /^set terminal qt .*$/m);
	t.regex(script, /\npause mouse close\nsystem\(.*\)\n$/);
	const standIn = script
		.replace(/^set terminal .*$/m, 'set terminal dumb noenhanced')
		.replace(/^pause mouse close$/m, '');
	writeFileSync(join(folder, names.data), pictureData(picture.curves));
	writeFileSync(join(folder, names.script), standIn);
	const {status, errors} = gnuplot(folder, '-d', names.script);
	t.deepEqual([status, errors], [0, `${windowMarker}\n`]);
	// It cleared away what is its own; anything else would have kept the folder.
	t.false(existsSync(folder));
};

for (const name of [...hostileNames, ...controlNames]) {
	test(`nothing in a name is run: ${JSON.stringify(name)}`, testHarmless, name);
	test(`nor in a window: ${JSON.stringify(name)}`, testWindow, name);
}
