import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {PNG} from 'pngjs';
import {readFigure} from '../../src/figure/figure.ts';
import {fileScript, names} from '../../src/plot/gnuplot-script.ts';
import {withFolder} from './folder.ts';
import {type MeasuredRun, measureRun} from './measured-run.ts';
import {memtop} from './memtop.ts';
import type {Benchmark, Row} from './row.ts';
import {type LogForm, writeLog} from './ten-million.ts';

const lines = 10_000_000;

/** A picture of a log of ten million samples, against gnuplot alone with the same script on the log itself. */
export const plot: Benchmark = {
	name: 'plot',
	run: turns => turns(async () => [...(await measure('plain')), ...(await measure('memtop'))]),
};

const measure = (form: LogForm): Promise<readonly Row[]> =>
	withFolder(async folder => {
		const log = join(folder, 'memory.log');
		await writeLog(log, lines, form);
		const cairo = await compare(folder, log, 'pngcairo');
		const whole = await compare(folder, log, 'png');
		const what = `10 M lines ${form === 'plain' ? 'of three columns' : "of memtop's own"} to a 1920x1080 PNG`;
		return [
			speedRow(`${what}, \`plot\` against gnuplot pngcairo`, cairo, 20),
			peakRow(what, cairo),
			speedRow(`${what}, \`plot --terminal png\` against gnuplot png`, whole, 8),
			{
				what: `${what}, both by gnuplot png: pixels that differ`,
				reach: '0',
				measured: `${whole.differing}`,
				isReached: whole.differing === 0,
			},
		];
	});

type Comparison = {
	readonly ours: readonly MeasuredRun[];
	readonly alone: MeasuredRun;
	readonly differing: number;
};

const runs = 3;

const compare = async (folder: string, log: string, terminal: 'png' | 'pngcairo'): Promise<Comparison> => {
	const output = join(folder, `${terminal}.png`);
	const args = [memtop, 'plot', log, '--terminal', terminal, '-o', output];
	const ours: MeasuredRun[] = [];
	for (let run = 0; run < runs; run += 1) ours.push(await measureRun(process.execPath, args, folder));
	writeFileSync(join(folder, names.script), await plainScript(log, terminal));
	const alone = await measureRun('gnuplot', ['-d', names.script], folder);
	return {ours, alone, differing: differing(output, join(folder, names.image))};
};

// As a script for such logs has it: the first column is a time that `%s` reads.
const plainScript = async (log: string, terminal: 'png' | 'pngcairo'): Promise<string> => {
	const figure = await readFigure({paths: [log]});
	if (!figure) throw new Error('expected a figure, got none');
	return fileScript(figure.picture, terminal)
		.replace(/'picture\.dat' index (\d) using 1:2/g, (_, index) => `'${log}' using 1:${Number(index) + 2}`)
		.replace(/^plot /m, "set xdata time\nset timefmt '%s'\nplot ");
};

const differing = (one: string, other: string): number => {
	const [first, second] = [one, other].map(path => PNG.sync.read(readFileSync(path)).data);
	if (!first || first.length !== second?.length) throw new Error('expected two pictures of one size');
	let count = 0;
	for (let offset = 0; offset < first.length; offset += 4)
		if (first.readUInt32LE(offset) !== second.readUInt32LE(offset)) count += 1;
	return count;
};

const speedRow = (what: string, {ours, alone}: Comparison, reach: number): Row => {
	const wall = Math.max(...ours.map(run => run.wall));
	const listed = ours.map(run => seconds(run.wall)).join(', ');
	const processor = seconds(Math.max(...ours.map(run => run.processor)));
	return {
		what,
		reach: `${reach} times faster`,
		measured: `${(alone.wall / wall).toFixed(1)} times: ${listed} s (${processor} s of a core) against ${seconds(alone.wall)} s (${seconds(alone.processor)} s)`,
		isReached: alone.wall >= reach * wall,
	};
};

const peakRow = (what: string, {ours, alone}: Comparison): Row => {
	const peak = Math.max(...ours.map(run => run.peak));
	return {
		what: `${what}: peak RSS of the largest process`,
		reach: '100 MB',
		measured: `${(peak / 1e6).toFixed(1)} MB against ${(alone.peak / 1e6).toFixed(0)} MB`,
		isReached: peak <= 1e8,
	};
};

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);
