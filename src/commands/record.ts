import {writeSync} from 'node:fs';
import {setTimeout as setTimeoutPromise} from 'node:timers/promises';
import {onEndingSignal, statusOf} from '../live/signals.ts';
import {formatBytes, groupThousands} from '../model/bytes.ts';
import {CannotGoOnError} from '../model/cannot-go-on-error.ts';
import {systemClock} from '../model/clock.ts';
import type {Sample} from '../model/sample.ts';
import type {Target} from '../model/target.ts';
import type {RecordingOptions} from '../session/recording.ts';
import {openSession, type Session} from '../session/session.ts';
import type {Source} from '../sources/source.ts';
import {setNonBlocking} from '../terminal/tty.ts';

/** What `memtop record` records, and until when. */
export type RecordOptions = {
	readonly target: Target;
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
};

/**
 * Records without a screen until the target ends, enough is recorded, or a signal comes; resolves with the exit status.
 * Rejects as `openSession` does, and with an error when there is no file to record to.
 */
export const record = async (options: RecordOptions): Promise<number> => {
	let newest: Sample | undefined;
	let taken = 0;
	const {ended, end} = endOf();
	const session = await openSession({
		...options,
		clock: systemClock,
		onEntry: entry => {
			if (entry.type === 'end') end({status: 0, reason: 'target ended'});
			if (entry.type !== 'sample') return;
			newest = entry.sample;
			taken += 1;
			if (taken >= options.count) end({status: 0, reason: 'count reached'});
		},
	});
	// A reader that stalls must not keep signals from being obeyed.
	if (options.recording.path === '-') setNonBlocking(process.stdout);
	onEndingSignal(signal => end({status: signal === 'SIGINT' ? 0 : statusOf(signal), reason: signal}));
	// A recording is of one source from its first line on, where that is soon decided.
	await Promise.race([session.chooseSource(), setTimeoutPromise(patience)]);
	session.start();
	refuseWithoutFile(session);
	const stopTimers = startTimers({options, session, end, newest: () => newest});
	const {status, reason} = await ended;
	stopTimers();
	session.close(reason);
	return status;
};

type End = {readonly status: number; readonly reason: string};

const endOf = (): {ended: Promise<End>; end: (end: End) => void} => {
	let end: (end: End) => void = () => {};
	const ended = new Promise<End>(resolve => {
		end = resolve;
	});
	return {ended, end};
};

const refuseWithoutFile = (session: Session): void => {
	const {state, reason} = session.status();
	if (state === 'recording') return;
	session.close('no file');
	throw new CannotGoOnError(
		state === 'failing' ? `expected a file that can be written, got ${reason}` : reason,
	);
};

type Timers = {
	readonly options: RecordOptions;
	readonly session: Session;
	readonly end: (end: End) => void;
	readonly newest: () => Sample | undefined;
};

const startTimers = ({options, session, end, newest}: Timers): (() => void) => {
	const longest = 2 ** 31 - 1;
	const milliseconds = Math.min(longest, options.duration * 1000);
	const limit = setTimeout(() => end({status: 0, reason: 'time is up'}), milliseconds);
	if (options.duration === Number.POSITIVE_INFINITY) clearTimeout(limit);
	const report = reporter(options);
	const progress = setInterval(() => {
		if (session.status().reason === closedReader) end({status: 0, reason: closedReader});
		report(session, newest());
	}, 1000);
	return () => {
		clearTimeout(limit);
		clearInterval(progress);
		if (options.showsProgress) writeError('\r\u001b[K');
		tellResult(session);
	};
};

/** Milliseconds that the first sample waits for the choice of a source. */
const patience = 1000;

const closedReader = 'stdout was closed';

// A line that is written over where there is a terminal; else only what goes wrong, once.
const reporter = ({showsProgress, target}: RecordOptions) => {
	let said: string | undefined;
	return (session: Session, sample: Sample | undefined): void => {
		const status = session.status();
		const trouble = status.state === 'failing' ? `not recorded: ${status.reason}` : undefined;
		if (showsProgress) {
			const numbers = sample
				? `in use ${formatBytes(sample.inUse)}, system ${formatBytes(sample.system)}`
				: '';
			const counts = `${groupThousands(status.samples)} samples, ${formatBytes(status.bytes)}`;
			writeError(`\r\u001b[K${target.name} (pid ${target.pid}): ${trouble ?? numbers}; ${counts}`);
		} else if (trouble !== said) {
			writeError(`memtop: ${trouble ?? 'recording again'}\n`);
		}
		said = trouble;
	};
};

const tellResult = (session: Session): void => {
	const {path, samples, bytes, lost, notice} = session.status();
	if (path === undefined || path === '-') return;
	const missing = lost > 0 ? `, ${groupThousands(lost)} lost` : '';
	if (notice !== undefined) writeError(`memtop: ${notice}\n`);
	writeError(`memtop: ${groupThousands(samples)} samples (${formatBytes(bytes)}${missing}) in ${path}\n`);
};

const writeError = (text: string): void => {
	try {
		writeSync(2, text);
	} catch {
		// Nobody listens: the recording matters more than what is said about it.
	}
};
