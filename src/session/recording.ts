import {type Log, openLog} from '../log/writer.ts';
import {cleanText} from '../model/clean.ts';
import type {Clock} from '../model/clock.ts';
import type {Entry} from '../model/entry.ts';
import type {RecordingStatus} from '../model/recording-status.ts';

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

/** A log that can be switched on and off. */
export type Recording = {
	readonly write: (entry: Entry) => void;
	/** Writes a mark for a time (Unix seconds) into the log; false where nothing is recorded now. */
	readonly mark: (time: number, text: string) => boolean;
	/** Switches it off, and says why in the log. */
	readonly pause: (reason: string) => void;
	/** Switches it on; opens the file if none is open yet. Throws LogError when the named one cannot be used. */
	readonly resume: () => void;
	/** How it stands; its path is cleaned for the screen. */
	readonly status: () => RecordingStatus;
	/** The file recorded to, as it can be opened; absent when there is none. */
	readonly path: () => string | undefined;
	readonly close: () => void;
};

/**
 * A recording of one watch. One that starts switched off makes no file until it is switched on, and then needs its
 * header. Throws LogError when the named file cannot be used.
 */
export const openRecording = (options: RecordingOptions, pid: number, clock: Clock): Recording => {
	const open = (): Log => openLog({...options, pid, clock});
	let header: Entry | undefined;
	let log = options.isOn ? open() : undefined;
	return {
		write: entry => {
			if (entry.type === 'header') header = entry;
			log?.write(entry);
		},
		mark: (time, text) => {
			const {state} = log?.status() ?? notYet;
			if (state === 'paused' || state === 'unavailable') return false;
			log?.write({type: 'mark', time, details: {text}});
			return true;
		},
		close: () => log?.close(),
		status: () => shown(log?.status() ?? notYet),
		path: () => log?.status().path,
		pause: reason => log?.pause(reason),
		resume: () => {
			if (log && log.status().state !== 'unavailable') return log.resume();
			log = open();
			if (header) log.write(restamped(header, clock));
		},
	};
};

const notYet: RecordingStatus = {state: 'paused', samples: 0, bytes: 0, lost: 0};

const shown = (status: RecordingStatus): RecordingStatus =>
	status.path === undefined ? status : {...status, path: cleanText(status.path, 1000)};

const restamped = (entry: Entry, clock: Clock): Entry =>
	entry.type === 'header' ? {...entry, header: {...entry.header, recorded: clock.wall() / 1000}} : entry;
