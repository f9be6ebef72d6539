import {chmodSync, existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {newFolder} from './run-gnuplot.ts';

/** A program in the place of gnuplot: it lists `terminals`, notes where it runs and as which process, then does `body`. */
export const fakeGnuplot = (terminals: string, body: string) => {
	const folder = newFolder();
	const program = join(folder, 'gnuplot');
	writeFileSync(
		program,
		`#!/bin/sh
case "$*" in *GPVAL_TERMINALS*) printf '< ${terminals} >\\n5.4\\n' >&2; exit;; esac
printf '%s' "$PWD" > '${folder}/where'
printf '%s' $$ > '${folder}/pid.part' && mv '${folder}/pid.part' '${folder}/pid'
${body}
`,
	);
	chmodSync(program, 0o755);
	return {program, folder};
};

/** The pid of the fake one that runs with this folder, once it does. */
export const pidOf = async (folder: string): Promise<number> => {
	while (!existsSync(join(folder, 'pid'))) await sleep(10);
	return Number(readFileSync(join(folder, 'pid'), 'utf8'));
};

/** True while a process with this pid is there. */
export const isRunning = (pid: number): boolean => {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
};
