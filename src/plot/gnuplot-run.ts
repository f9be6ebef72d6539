import {type ChildProcess, spawn} from 'node:child_process';
import {closeSync, openSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {cleanText} from '../model/clean.ts';
import {names, windowMarker} from './gnuplot-script.ts';
import {stillnessOf} from './progress.ts';

/** How a run of gnuplot ended; `up` is a window that stays after it. */
export type RunEnd =
	| {readonly kind: 'finished'}
	| {readonly kind: 'up'}
	| {readonly kind: 'cancelled'}
	| {readonly kind: 'failed'; readonly message: string};

/** A run: the script lies in `folder`, which is also where gnuplot works. */
export type Run = {
	readonly program: string;
	readonly folder: string;
	/** True when the script opens a window and says so. */
	readonly opensWindow: boolean;
	/** Milliseconds without progress after which it is ended. */
	readonly patience: number;
	readonly signal: AbortSignal;
};

/**
 * Runs gnuplot without a shell, in a process group of its own that outlives this program and its terminal. It is ended
 * when cancelled, or when it uses no processor time for as long as `patience` before it is finished or its window is up.
 */
export const runGnuplot = async (run: Run): Promise<RunEnd> => {
	// A file, not a pipe: a window that lives on must never find its other end closed.
	const errors = openSync(join(run.folder, errorFile), 'wx');
	const child = spawn(run.program, ['-d', names.script], {
		cwd: run.folder,
		detached: true,
		stdio: ['ignore', 'ignore', errors],
	});
	child.unref();
	closeSync(errors);
	const failure = new Promise<RunEnd>(resolve => {
		child.once('error', error => resolve({kind: 'failed', message: error.message}));
	});
	return child.pid === undefined ? failure : watch(child, child.pid, run);
};

const watch = async (child: ChildProcess, pid: number, run: Run): Promise<RunEnd> => {
	const isStill = stillnessOf(pid, run.patience);
	while (!hasEnded(child)) {
		if (run.signal.aborted) return kill(child, pid, {kind: 'cancelled'});
		if (run.opensWindow && isUp(run)) return settle(child, pid, run);
		if (isStill()) return kill(child, pid, {kind: 'failed', message: stillMessage(run)});
		await sleep(pace);
	}
	return endOf(child, run);
};

// With x11 the script goes on, and prints that the window is up, before it turns out that there is no display.
const settle = async (child: ChildProcess, pid: number, run: Run): Promise<RunEnd> => {
	for (let step = 0; step < 6 && !hasEnded(child); step += 1) await sleep(pace);
	if (hasEnded(child)) return endOf(child, run);
	return troubles.test(said(run)) ? kill(child, pid, {kind: 'failed', message: lastLine(run)}) : {kind: 'up'};
};

const endOf = (child: ChildProcess, run: Run): RunEnd => {
	const isGood = child.exitCode === 0 && (!run.opensWindow || (isUp(run) && !troubles.test(said(run))));
	if (isGood) return {kind: run.opensWindow ? 'up' : 'finished'};
	const how = child.signalCode ?? `status ${child.exitCode}`;
	return {kind: 'failed', message: lastLine(run) || `gnuplot ended with ${how}`};
};

const kill = async (child: ChildProcess, pid: number, end: RunEnd): Promise<RunEnd> => {
	// The whole group: qt and x11 draw in a process of their own.
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// It ended by itself just now.
	}
	while (!hasEnded(child)) await sleep(pace);
	return end;
};

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const isUp = (run: Run): boolean => said(run).includes(windowMarker);

const said = ({folder}: Run): string => readFileSync(join(folder, errorFile), 'utf8');

const lastLine = (run: Run): string =>
	cleanText(
		said(run)
			.split('\n')
			.filter(line => line.trim() !== '' && line !== windowMarker)
			.at(-1) ?? '',
	);

const stillMessage = (run: Run): string => {
	const what = run.opensWindow ? 'opened no window' : 'made no progress';
	return [`gnuplot ${what} for ${run.patience / 1000} s and was ended`, lastLine(run)]
		.filter(text => text !== '')
		.join(': ');
};

const errorFile = 'errors.txt';
const pace = 50;

// What the window terminals say when there is no display to open a window on.
const troubles =
	/(open|connect to) display|X11 aborted|platform plugin|Unable to initialize|unknown' terminal/;
