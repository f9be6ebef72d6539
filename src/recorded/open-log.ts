import {basename} from 'node:path';
import type {ViewedRecording} from '../app/action.ts';
import type {Viewed} from '../app/state.ts';
import {shownPath} from '../log/errors.ts';
import type {ReadPosition} from '../log/reader.ts';
import {readRows} from '../log/rows.ts';
import {cleanText} from '../model/clean.ts';
import {passageAt, takeInto} from './begin-passage.ts';
import type {Breath} from './breath.ts';
import {type FileStatus, isSameFile} from './file-status.ts';
import {nothingYet} from './nothing-yet.ts';
import type {Passage, Place} from './passage.ts';
import {createRecordings} from './recordings.ts';

/** A log that is open to be looked at: which of its recordings is shown, and how far it is read. */
export type OpenLog = {
	readonly path: string;
	/** Reads all that lies behind what was read before. Throws LogError when that cannot be read. */
	readonly readOn: (part: Part) => Promise<void>;
	/** Forgets all of it, to be read from its beginning; `remark` stands as a landmark at the first sample. */
	readonly forget: (remark: string) => void;
	/** Where the recording lies that is so many after the shown one; undefined where there is none. */
	readonly place: (by: number) => Place | undefined;
	/** Shows the recording of a place, as far as it is read where it is not in memory. Throws LogError as `readOn` does. */
	readonly show: (place: Place, part: Part) => Promise<void>;
	/** What is to be said of the file, short, beside what is said of the shown recording. */
	readonly remark: (text: string | undefined) => void;
	/** The recording that is shown; undefined before the first sample of the log. */
	readonly shown: () => Passage | undefined;
	/** Where the next reading goes on; undefined before the first one. */
	readonly position: () => ReadPosition | undefined;
	/** Whether its file is still the one that was read, so that a part of it can be read again. */
	readonly isSame: (now: FileStatus | undefined) => boolean;
	/** What the screen says of it. */
	readonly seen: () => Seen;
};

/** A log as the screen shows it. */
export type Seen = {readonly viewed: Viewed; readonly recording: ViewedRecording};

/** How a part of a log is read. */
export type Part = {
	/** Ends it early. */
	readonly signal: AbortSignal;
	/** Taken again and again meanwhile. */
	readonly breath: Breath;
	/** The file as it was found before; its size is what progress is measured against. */
	readonly status: FileStatus | undefined;
};

/** A log of which nothing is read yet. */
export const openLog = (path: string, isFollowed: boolean): OpenLog => {
	const name = cleanText(basename(path));
	const nothing = nothingYet(name);
	const waiting = isFollowed ? ['waiting for a sample'] : [];
	let recordings = createRecordings({name});
	let shown: Passage | undefined;
	let position: ReadPosition | undefined;
	let progress: number | undefined;
	let status: FileStatus | undefined;
	let [isUnended, remark]: [boolean, string | undefined] = [false, undefined];
	return {
		path,
		readOn: async part => {
			const {newest, take} = recordings;
			const from = position?.offset ?? 0;
			progress = 0;
			({status} = part);
			const passed = restIn(part, from, sizeOf(part));
			const how = {...(position && {from: position}), signal: part.signal, passed};
			for await (const item of readRows(path, how)) {
				const isNewestShown = shown === newest();
				take(item);
				if (isNewestShown) shown = newest();
				if (item.type === 'fileEnd') ({position, isUnended = false} = item);
			}
			progress = undefined;
		},
		forget: remark => {
			recordings = createRecordings({name, remark});
			shown = position = undefined;
		},
		remark: text => {
			remark = text;
		},
		place: by => (shown ? recordings.place(shown.place.number + by) : undefined),
		show: async (place, part) => {
			const newest = recordings.newest();
			if (place === newest?.place) shown = newest;
			else await readAgain(place, part);
		},
		shown: () => shown,
		position: () => position,
		isSame: now => !now || !status || (isSameFile(status, now) && now.size >= (position?.offset ?? 0)),
		seen: () => ({viewed: viewed(), recording: shown?.intake.recording() ?? nothing}),
	};

	async function readAgain(place: Place, part: Part): Promise<void> {
		const {from, until} = place;
		const passed = restIn(part, from.offset, Math.min(until, sizeOf(part)));
		const passage = passageAt(place, name);
		for await (const item of readRows(path, {from, until, signal: part.signal, passed})) {
			if (item.type === 'recording' || item.type === 'fileEnd') continue;
			takeInto(passage, item);
			if (item.type === 'rows') shown = passage;
		}
		progress = undefined;
	}

	// By bytes: comments and blank lines take their time, too.
	function restIn({breath}: Part, from: number, to: number) {
		return (offset: number): Promise<void> | undefined => {
			progress = Math.min(1, (offset - from) / (to - from));
			return breath.isDue() ? breath.take() : undefined;
		};
	}

	function ofFile(): readonly string[] {
		// In a log that is followed the line is still to be ended.
		const unended = isUnended && !isFollowed ? ['a last line without its end is left out'] : [];
		return remark === undefined ? unended : [remark, ...unended];
	}

	function viewed(): Viewed {
		const {damaged = 0, firstDamaged} = position ?? {};
		return {
			...{path: shownPath(path), recording: shown?.place.number ?? 0, recordings: recordings.count()},
			...{damaged, isFollowed, remarks: [...(shown?.place.remarks ?? waiting), ...ofFile()]},
			...(firstDamaged !== undefined && {firstDamaged}),
			...(progress !== undefined && {progress}),
		};
	}
};

const sizeOf = ({status}: Part): number => status?.size ?? Number.NaN;
