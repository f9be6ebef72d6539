import {CannotGoOnError} from '../model/cannot-go-on-error.ts';
import {systemClock} from '../model/clock.ts';
import type {Entry} from '../model/entry.ts';
import type {Sample} from '../model/sample.ts';
import type {Target} from '../model/target.ts';
import type {RecordingOptions} from '../session/recording.ts';
import {openSession, type Session} from '../session/session.ts';
import type {Source} from '../sources/source.ts';
import {followProgram} from './follow-program.ts';
import {createProgress} from './progress.ts';

/** What is recorded without a screen, and until when. */
export type UnattendedOptions = {
	/** To choose from, the most telling first. */
	readonly sources: readonly Source[];
	/** Seconds between samples. */
	readonly interval: number;
	/** Samples after which it ends; infinite when not limited. */
	readonly count: number;
	/** Seconds after which it ends; infinite when not limited. */
	readonly duration: number;
	readonly recording: RecordingOptions;
	/** True where standard error is a terminal, so that a line there can show how it goes. */
	readonly showsProgress: boolean;
	/** True when memtop started the target, whose exit status is worth waiting for. */
	readonly isStarted: boolean;
};

/** A recording without a screen. */
export type Unattended = {
	/** Opens the target. Rejects as `openSession` does. */
	readonly open: (target: Target) => Promise<Session>;
	/** Ends it with an exit status and a reason for the log; the first end counts. */
	readonly end: (status: number, reason: string) => void;
	/** Records an opened target to the end; resolves with the status. Rejects when there is no file to record to. */
	readonly run: (session: Session) => Promise<number>;
};

/** A recording that has not begun; the end of the target, or enough samples, end it. */
export const createUnattended = (options: UnattendedOptions): Unattended => {
	const {promise: ended, resolve} = promiseOf<{status: number; reason: string}>();
	const end = (status: number, reason: string): void => resolve({status, reason});
	let newest: Sample | undefined;
	let taken = 0;
	return {
		open: target => openSession({...options, target, clock: systemClock, onEntry: take}),
		end,
		run: async session => {
			session.start();
			refuseWithoutFile(session);
			const stopFollowing = followProgram(session, {isNew: options.isStarted});
			const progress = createProgress(session, options.showsProgress);
			const stopTimers = startTimers(session, () => progress.tell(newest));
			const {status, reason} = await ended;
			stopFollowing();
			stopTimers();
			session.close(reason);
			// Only now is all of it in the file.
			progress.end();
			return status;
		},
	};

	function take(entry: Entry): void {
		if (entry.type === 'end' && !options.isStarted) end(0, 'target ended');
		if (entry.type !== 'sample') return;
		newest = entry.sample;
		taken += 1;
		if (taken >= options.count) end(0, 'count reached');
	}

	function startTimers(session: Session, tell: () => void): () => void {
		const deadline = systemClock.monotonic() + options.duration * 1000;
		const limit = setTimeout(() => end(0, 'time is up'), Math.min(longest, options.duration * 1000));
		// A timer cannot wait for more than 24 days.
		if (options.duration * 1000 > longest) clearTimeout(limit);
		const progress = setInterval(() => {
			if (session.status().reason === closedReader) end(0, closedReader);
			if (systemClock.monotonic() >= deadline) end(0, 'time is up');
			tell();
		}, 1000);
		return () => {
			clearTimeout(limit);
			clearInterval(progress);
		};
	}
};

const longest = 2 ** 31 - 1;

const closedReader = 'stdout was closed';

const promiseOf = <Value>(): {promise: Promise<Value>; resolve: (value: Value) => void} => {
	let resolve: (value: Value) => void = () => {};
	const promise = new Promise<Value>(settle => {
		resolve = settle;
	});
	return {promise, resolve};
};

const refuseWithoutFile = (session: Session): void => {
	const {state, reason} = session.status();
	if (state === 'recording') return;
	session.close('no file');
	throw new CannotGoOnError(
		state === 'failing' ? `expected a file that can be written, got ${reason}` : reason,
	);
};
