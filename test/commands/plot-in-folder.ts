import {spawnSync} from 'node:child_process';
import {mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {ExecutionContext} from 'ava';
import {plainLog} from '../fixtures/plain-log.ts';
import {newFolder} from '../plot/run-gnuplot.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The arguments for Node.js that run memtop from its source. */
export const cli = ['--import', join(root, 'node_modules/tsx/dist/esm/index.mjs'), join(root, 'src/cli.ts')];

/** A folder with the plain log of six samples and an empty one for temporary files. */
export const folderWith = (log = plainLog): string => {
	const folder = newFolder();
	mkdirSync(join(folder, 'temporary'));
	writeFileSync(join(folder, 'memory.log'), log);
	return folder;
};

/** The environment of a memtop that draws in a folder; a program of ours there takes the place of gnuplot. */
export const environmentOf = (folder: string): NodeJS.ProcessEnv => {
	const {DISPLAY: _, WAYLAND_DISPLAY: __, ...environment} = process.env;
	const path = `${join(folder, 'bin')}${delimiter}${process.env.PATH}`;
	return {...environment, TMPDIR: join(folder, 'temporary'), PATH: path};
};

/** Runs `memtop plot` in a folder. */
export const plot = (folder: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}) => {
	const {status, stdout, stderr} = spawnSync(process.execPath, [...cli, 'plot', ...args], {
		cwd: folder,
		env: {...environmentOf(folder), ...environment},
	});
	return {status, stdout, stderr: stderr.toString()};
};

/** Nothing is left behind but what was to be made. */
export const assertMade = (t: ExecutionContext, folder: string, made: readonly string[]) => {
	t.deepEqual(
		readdirSync(join(folder, 'temporary')).filter(name => !name.startsWith('tsx-')),
		[],
	);
	t.deepEqual(
		readdirSync(folder)
			.filter(name => name !== 'bin')
			.sort(),
		[...made, 'memory.log', 'temporary'].sort(),
	);
};
