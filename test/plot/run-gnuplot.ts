import {spawnSync} from 'node:child_process';
import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/** What a real gnuplot answered. */
export type Answer = {readonly status: number | null; readonly output: string; readonly errors: string};

/** A new folder for a test. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'memtop-test-'));

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
