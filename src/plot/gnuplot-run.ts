import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {closeSync, openSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {reasonOf} from '../model/system-error.ts';
import {lastLine, type Said, saidIn} from './gnuplot-errors.ts';
import {names, windowMarker} from './gnuplot-script.ts';
import {hasEnded, killGroup} from './kill-group.ts';
import {noTemporaryFile} from './private-folder.ts';
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
 * when cancelled, when it has said more than 1 MiB, or when it uses no processor time for as long as `patience` before
 * it is finished or its window is up.
 */
export const runGnuplot = async (run: Run): Promise<RunEnd> => {
	if (run.signal.aborted) return {kind: 'cancelled'};
	const child = start(run);
	const failure = new Promise<RunEnd>(resolve => {
		child.once('error', error => resolve({kind: 'failed', message: reasonOf(error)}));
	});
	return child.pid === undefined ? failure : untilCancelled(child, run);
};

const start = ({program, folder}: Run): ChildProcess => {
	// A file, not a pipe: a window that lives on must never find its other end closed.
	const errors = openErrors(folder);
	try {
		const child = spawn(program, ['-d', names.script], {
			cwd: folder,
			detached: true,
			stdio: ['ignore', 'ignore', errors],
		});
		child.unref();
		return child;
	} finally {
		closeSync(errors);
	}
};

const openErrors = (folder: string): number => {
	try {
		return openSync(join(folder, names.errors), 'wx');
	} catch (cause) {
		throw noTemporaryFile(cause);
	}
};

const untilCancelled = async (child: ChildProcess, run: Run): Promise<RunEnd> => {
	// At once, not at the next look: memtop itself may be about to end.
	const cancel = () => killGroup(child);
	run.signal.addEventListener('abort', cancel);
	try {
		const end = await watch(child, run);
		if (!run.signal.aborted) return end;
		await kill(child);
		return {kind: 'cancelled'};
	} catch (error) {
		await kill(child);
		throw error;
	} finally {
		run.signal.removeEventListener('abort', cancel);
	}
};

const watch = async (child: ChildProcess, run: Run): Promise<RunEnd> => {
	const isStill = stillnessOf(child.pid ?? 0, run.patience);
	while (!hasEnded(child) && !run.signal.aborted) {
		const said = await saidIn(run.folder);
		if (said.size > mostSaid) return giveUp(child, run, 'said more than 1 MiB');
		if (run.opensWindow && isUp(said)) return settle(child, run);
		if (isStill()) return giveUp(child, run, stillness(run));
		await endOrPause(child);
	}
	return endOf(child, run);
};

// Its end is noticed at once, not at the next look.
const endOrPause = async (child: ChildProcess): Promise<void> => {
	const control = new AbortController();
	const {signal} = control;
	await Promise.race([once(child, 'exit', {signal}), sleep(pace, undefined, {signal})]).finally(() =>
		control.abort(),
	);
};

// With x11 the script goes on, and prints that the window is up, before it turns out that there is no display.
const settle = async (child: ChildProcess, run: Run): Promise<RunEnd> => {
	for (let step = 0; step < 6 && !hasEnded(child); step += 1) await sleep(pace);
	if (hasEnded(child)) return endOf(child, run);
	const said = await saidIn(run.folder);
	if (said.size > mostSaid) return giveUp(child, run, 'said more than 1 MiB');
	if (!troubles.test(said.end)) return {kind: 'up'};
	await kill(child);
	return {kind: 'failed', message: lastLine(said)};
};

const endOf = async (child: ChildProcess, run: Run): Promise<RunEnd> => {
	const said = await saidIn(run.folder);
	const isGood = child.exitCode === 0 && (!run.opensWindow || (isUp(said) && !troubles.test(said.end)));
	if (isGood) return {kind: run.opensWindow ? 'up' : 'finished'};
	const how = child.signalCode ?? `status ${child.exitCode}`;
	return {kind: 'failed', message: lastLine(said) || `gnuplot ended with ${how}`};
};

const giveUp = async (child: ChildProcess, run: Run, why: string): Promise<RunEnd> => {
	// Before its words are read: it may be flooding them.
	await kill(child);
	const line = lastLine(await saidIn(run.folder));
	const message = `gnuplot ${why} and was ended`;
	return {kind: 'failed', message: line === '' ? message : `${message}: ${line}`};
};

const kill = async (child: ChildProcess): Promise<void> => {
	// The whole group: qt and x11 draw in a process of their own.
	killGroup(child);
	while (!hasEnded(child)) await sleep(pace);
};

const isUp = ({end}: Said): boolean => end.includes(windowMarker);

const stillness = ({opensWindow, patience}: Run): string =>
	`${opensWindow ? 'opened no window' : 'made no progress'} for ${patience / 1000} s`;

const mostSaid = 2 ** 20;
const pace = 50;

// What the window terminals say when there is no display to open a window on.
const troubles =
	/(open|connect to) display|X11 aborted|platform plugin|Unable to initialize|unknown' terminal/;
