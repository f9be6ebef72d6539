import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/** What a real gnuplot answered. */
export type Answer = {readonly status: number | null; readonly output: string; readonly errors: string};

/** A new folder, removed when the tests of the file are over. */
export const newFolder = (): string => {
	const folder = mkdtempSync(join(tmpdir(), 'memtop-test-'));
	process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
	return folder;
};

// One listener for each folder of a file.
process.setMaxListeners(0);

/** Runs the real gnuplot in `cwd`, with a home whose start file would say so on stderr if it were read. */
export const gnuplot = (cwd: string, ...options: readonly string[]): Answer => {
	const home = newFolder();
	writeFileSync(join(home, '.gnuplot'), "print 'the start file was read'\n");
	const {status, stdout, stderr} = spawnSync('gnuplot', options, {
		cwd,
		encoding: 'utf8',
		env: {...process.env, HOME: home},
	});
	return {status, output: stdout, errors: stderr};
};
