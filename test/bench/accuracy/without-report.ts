import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {identify} from '../../../src/platform/linux/identify.ts';
import {createProc} from '../../../src/platform/linux/proc.ts';
import {withFolder} from '../folder.ts';
import {openBooks} from './books.ts';
import {isCheap, measureCost} from './cost.ts';
import type {AccuracyRow} from './row.ts';

/** A Go program that says nothing of its memory, and how to have it stay. */
type Silent = {readonly name: string; readonly path: string; readonly args: readonly string[]};

const packages = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const system = `${process.platform}-${process.arch}`;

const silent: readonly Silent[] = [
	{
		name: 'esbuild',
		path: join(packages, '@esbuild', system, 'bin', 'esbuild'),
		args: ['main.ts', '--bundle', '--watch', '--outfile=out.js'],
	},
	{
		name: 'tsc (native)',
		path: join(packages, '@typescript', `typescript-${system}`, 'lib', 'tsc'),
		args: ['--watch', '--noEmit', 'main.ts'],
	},
];

/** Checks 100 times that both sets of books of such a program agree to the byte. */
export const measureSilent = (): readonly (() => Promise<AccuracyRow>)[] =>
	silent.map(program => () => withFolder(folder => measureIn(folder, program)));

const measureIn = async (folder: string, {name, path, args}: Silent): Promise<AccuracyRow> => {
	await mkdir(join(folder, 'project'));
	const main = join(folder, 'project', 'main.ts');
	await writeFile(main, contentOf(0));
	const child = spawn(path, args, {cwd: join(folder, 'project'), stdio: ['pipe', 'ignore', 'ignore']});
	try {
		await once(child, 'spawn');
		await setTimeout(1500);
		return await measure(name, child, main);
	} finally {
		const exit = once(child, 'exit');
		child.kill('SIGKILL');
		await exit;
	}
};

const measure = async (
	name: string,
	{pid = Number.NaN}: ChildProcess,
	main: string,
): Promise<AccuracyRow> => {
	const target = identify(createProc(), pid);
	const {probe, cost} = await measureCost(target);
	const books = await openBooks(target);
	let equal = 0;
	for (let sample = 0; sample < count; sample += 1) {
		if (sample % 10 === 0) await writeFile(main, contentOf(sample));
		await setTimeout(100);
		// It works while it is read: what it changes in between is no fault of either book.
		if (Array.from({length: 20}).some(books.areEqual)) equal += 1;
	}
	const {values} = probe.read();
	probe.close();
	books.close();
	const agreement = `both books equal in ${equal} of ${count}`;
	return {
		target: `${name}, stripped, ${inMebibytes(values['go.alloc'])} of ${inMebibytes(values['go.sys'])} MiB`,
		inUse: agreement,
		system: agreement,
		cost,
		isReached: equal === count && isCheap(cost),
	};
};

const count = 100;

const contentOf = (sample: number): string =>
	`export const sample: number = ${sample};\nconsole.log(sample);\n`;

const inMebibytes = (bytes = Number.NaN): string => (bytes / 1024 ** 2).toFixed(1);
