import {hostname} from 'node:os';
import {type Log, openLog} from './log/writer.ts';
import {cleanText} from './model/clean.ts';
import type {Clock} from './model/clock.ts';
import type {Column, Entry, RecordingHeader} from './model/entry.ts';
import type {RecordingStatus} from './model/recording-status.ts';
import type {Target} from './model/target.ts';
import {createSampler, type Sampler} from './sampler/sampler.ts';
import type {Probe, Source} from './sources/source.ts';
import {TargetError} from './target/errors.ts';

/** One watch of one target: probes, sampler and log, from its opening to its end. */
export type Session = {
	readonly target: Target;
	readonly source: Source;
	/** Takes the first sample, and the others on their grid from then on. */
	readonly start: () => void;
	/** How the recording stands; its path is cleaned for the screen. */
	readonly status: () => RecordingStatus;
	/** The file recorded to, as it can be opened; absent when there is none. */
	readonly path: () => string | undefined;
	/** Switches it off, and says why in the log. */
	readonly pause: (reason: string) => void;
	/** Switches the recording on; opens the file if none is open yet. Throws LogError when the named one cannot be used. */
	readonly resume: () => void;
	/** Seconds between samples from now on. */
	readonly setInterval: (seconds: number) => void;
	/** Why samples are about to be missing, for example `suspended`. */
	readonly explain: (reason: string) => void;
	/** Stops sampling and closes the log; says why in it, unless the target ended before. */
	readonly close: (reason: string) => void;
};

/** What a session is made of. */
export type SessionOptions = {
	readonly target: Target;
	readonly source: Source;
	/** Seconds between samples. */
	readonly interval: number;
	readonly clock: Clock;
	readonly recording: RecordingOptions;
	/** Told everything that goes into the log, after it is there. */
	readonly onEntry: (entry: Entry) => void;
};

/** Where and whether to record. */
export type RecordingOptions = {
	/** The file that was asked for, `-` for stdout; absent for the default one in `folder`. */
	readonly path?: string | undefined;
	readonly folder: string;
	/** False to fill the disk to the last byte. */
	readonly guard: boolean;
	readonly isOn: boolean;
	readonly withCommand: boolean;
};

/**
 * Opens a target for watching. Rejects with TargetError when the source does not read it, with TargetGoneError when it
 * has ended meanwhile, and with LogError when the file that was asked for cannot be used.
 */
export const openSession = async (options: SessionOptions): Promise<Session> => {
	const {target, source, clock} = options;
	const probe = await openProbe(source, target);
	const log = closingOnFailure(probe, () => switchedLog(options));
	let interval = options.interval;
	let hasEnded = false;
	const emit = (entry: Entry): void => {
		hasEnded ||= entry.type === 'end';
		log.write(entry);
		options.onEntry(entry);
	};
	const sampler: Sampler = createSampler({probes: [probe], source, interval, clock, emit});
	log.write(headerOf(options, interval));
	return {
		target,
		source,
		start: sampler.start,
		status: () => shown(log.status()),
		path: () => log.status().path,
		pause: log.pause,
		resume: log.resume,
		setInterval: seconds => {
			interval = seconds;
			if (hasEnded) return;
			log.write(headerOf(options, interval, {continues: true}));
			sampler.setInterval(seconds);
		},
		explain: sampler.explain,
		close: reason => {
			sampler.stop();
			if (!hasEnded) log.write({type: 'end', time: clock.wall() / 1000, details: {reason}});
			log.close();
			probe.close();
		},
	};
};

const openProbe = async (source: Source, target: Target): Promise<Probe> => {
	const opened = await source.open(target);
	if (opened.refused === undefined) return opened;
	const help = opened.help === undefined ? '' : `; ${opened.help}`;
	throw new TargetError(`expected a process that source "${source.name}" can read: ${opened.refused}${help}`);
};

const closingOnFailure = <Result>(probe: Probe, open: () => Result): Result => {
	try {
		return open();
	} catch (error) {
		probe.close();
		throw error;
	}
};

/** The columns of a source's recording after the first three: every metric that names one. */
export const columnsOf = ({metrics}: Pick<Source, 'metrics'>): readonly Column[] =>
	metrics.flatMap(({id, column}) => (column === undefined ? [] : [{name: column, metric: id}]));

const headerOf = (
	{target, source, clock, recording}: SessionOptions,
	interval: number,
	more: Pick<RecordingHeader, 'continues'> = {},
): Entry => ({
	type: 'header',
	columns: columnsOf(source),
	header: {
		pid: target.pid,
		name: target.name,
		...(target.startTime !== undefined && {target_start: target.startTime}),
		recorded: clock.wall() / 1000,
		source: source.name,
		interval,
		host: hostname(),
		...(recording.withCommand && target.command !== undefined && {command: target.command}),
		...more,
	},
});

type SwitchedLog = Pick<Session, 'status' | 'pause' | 'resume'> & Pick<Log, 'write' | 'close'>;

// A recording that starts switched off makes no file until it is switched on, and then needs its header.
const switchedLog = (options: SessionOptions): SwitchedLog => {
	const open = (): Log => openLog({...options.recording, pid: options.target.pid, clock: options.clock});
	let header: Entry | undefined;
	let log = options.recording.isOn ? open() : undefined;
	return {
		write: entry => {
			if (entry.type === 'header') header = entry;
			log?.write(entry);
		},
		close: () => log?.close(),
		status: () => log?.status() ?? notYet,
		pause: reason => log?.pause(reason),
		resume: () => {
			if (log && log.status().state !== 'unavailable') return log.resume();
			log = open();
			if (header) log.write(restamped(header, options.clock));
		},
	};
};

const restamped = (entry: Entry, clock: Clock): Entry =>
	entry.type === 'header' ? {...entry, header: {...entry.header, recorded: clock.wall() / 1000}} : entry;

const shown = (status: RecordingStatus): RecordingStatus =>
	status.path === undefined ? status : {...status, path: cleanText(status.path, 1000)};

const notYet: RecordingStatus = {state: 'paused', samples: 0, bytes: 0, lost: 0};
