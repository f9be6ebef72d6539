import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {PNG} from 'pngjs';
import {type FigureOptions, readFigure} from '../../src/figure/figure.ts';
import {fileScript, names} from '../../src/plot/gnuplot-script.ts';
import type {Picture} from '../../src/plot/picture.ts';
import {pictureData} from '../../src/plot/picture-data.ts';
import {gnuplot, newFolder} from '../plot/run-gnuplot.ts';

/** Draws with gnuplot's own pixels, in a folder of its own. */
const draw = (folder: string, script: string): PNG => {
	writeFileSync(join(folder, names.script), script);
	const {status, errors} = gnuplot(folder, '-d', names.script);
	if (status !== 0 || errors !== '') throw new Error(errors);
	return PNG.sync.read(readFileSync(join(folder, names.image)));
};

const drawReduced = (folder: string, picture: Picture): PNG => {
	writeFileSync(join(folder, names.data), pictureData(picture.curves));
	return draw(folder, fileScript(picture, 'png'));
};

/** The same script, but it reads the log itself. */
const drawLog = (folder: string, picture: Picture): PNG => {
	mkdirSync(folder);
	const column = (_: string, index: string) => `'../memory.log' using 1:${Number(index) + 2}`;
	return draw(folder, fileScript(picture, 'png').replace(/'picture\.dat' index (\d) using 1:2/g, column));
};

const differing = (one: PNG, other: PNG): number => {
	let count = 0;
	for (let offset = 0; offset < one.data.length; offset += 4)
		if (one.data.readUInt32LE(offset) !== other.data.readUInt32LE(offset)) count += 1;
	return count;
};

const testSamePixels = async (
	t: ExecutionContext,
	lines: readonly string[],
	options: Partial<FigureOptions> = {},
) => {
	const folder = newFolder();
	const path = join(folder, 'memory.log');
	writeFileSync(path, lines.map(line => `${line}\n`).join(''));
	const figure = await readFigure({paths: [path], ...options});
	if (!figure) return t.fail();
	const reduced = drawReduced(folder, figure.picture);
	t.is(differing(reduced, drawLog(join(folder, 'unreduced'), figure.picture)), 0);
	// It was worth reducing.
	const points = figure.picture.curves.reduce((sum, {x}) => sum + x.length, 0);
	t.true(points < lines.length * figure.picture.curves.length);
	const size = options.size ?? {width: 1920, height: 1080};
	t.deepEqual([reduced.width, reduced.height], [size.width, size.height]);
};

type Shape = {
	readonly inUse?: (row: number) => number;
	readonly time?: (row: number) => number;
	readonly before?: (row: number) => readonly string[];
	readonly rss?: boolean;
};

const header = `# memtop 1 {"pid":1,"name":"a","recorded":1,"source":"go","interval":0.01,"host":"h"}`;

const sawTooth = (row: number): number => 4e6 + (row % 1007) * 3e4 + ((row * 7919) % 1013) * 2000;

const linesOf = ({inUse = sawTooth, time = row => row / 100, before = () => [], rss}: Shape) => [
	...(rss ? [header, '# timestamp in_use system rss'] : []),
	...Array.from({length: 60_000}, (_, row) => [
		...before(row),
		`${(1_294_926_363 + time(row)).toFixed(3)} ${inUse(row)} ${4e7 + Math.floor(row / 5000) * 3e6}${rss ? ` ${2e7 + (row % 3001) * 500}` : ''}`,
	]).flat(),
];

test('saw-teeth', testSamePixels, linesOf({}));
test('with RSS', testSamePixels, linesOf({rss: true}));
test('spikes of one sample', testSamePixels, linesOf({inUse: row => (row % 9973 === 77 ? 3e7 : 5e6)}));
test(
	'breaks, within a column of pixels and wide',
	testSamePixels,
	linesOf({
		time: row => row / 100 + (row > 30_000 ? 60 : 0),
		before: row => (row % 5003 === 5 || row === 30_001 || row % 997 === 0 ? [''] : []),
	}),
);
test('equal stamps', testSamePixels, linesOf({time: row => Math.floor(row / 10) / 10}));
test('whole seconds', testSamePixels, linesOf({time: row => row}));
test(
	'stamps at the very edges of the columns',
	testSamePixels,
	linesOf({time: row => (row * 1620) / 59_999}),
);
test(
	'clusters far apart',
	testSamePixels,
	linesOf({time: row => row / 100 + Math.floor(row / 10_000) * 5000}),
);
test(
	'no number now and then',
	testSamePixels,
	linesOf({inUse: row => (row % 4001 < 3 ? Number.NaN : sawTooth(row))}),
);
test('a system far above', testSamePixels, linesOf({inUse: row => 1e5 + (row % 1007) * 10}));
test('a part of it', testSamePixels, linesOf({}), {from: {at: 1_294_926_463.5}, to: {at: 1_294_926_800}});
test('a small picture', testSamePixels, linesOf({}), {size: {width: 640, height: 400}});
test('a large one', testSamePixels, linesOf({}), {size: {width: 3000, height: 2000}});
test('an odd one', testSamePixels, linesOf({}), {size: {width: 999, height: 333}});
