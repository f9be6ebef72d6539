import {setTimeout as sleep} from 'node:timers/promises';
import {shownPath} from '../log/errors.ts';
import {reasonOf} from '../model/system-error.ts';
import {bytesBefore, type FileStatus, fileStatus, isSameFile} from './file-status.ts';
import type {OpenLog} from './open-log.ts';
import {type FileRead, type Reading, readLog} from './read-log.ts';

/** How a log is followed. */
export type Following = Reading & {
	/** The file as it was found when it was read before. */
	readonly read: FileRead;
	/** Told what happened to the file. */
	readonly say: (text: string) => void;
};

/**
 * Reads a log on as it grows, until the signal ends that. A file that was made smaller, replaced or written anew is
 * read from its beginning; one that was deleted is waited for. Both are said. Never rejects.
 */
export const followLog = async (log: OpenLog, following: Following): Promise<void> => {
	const {signal, say} = following;
	const name = shownPath(log.path);
	let {status: known, tail} = following.read;
	let isGone = false;
	while (!signal.aborted) {
		// A look costs little, and is sure where notifications are not: on network file systems, of replaced files.
		await sleep(pollInterval, undefined, {signal}).catch(() => {});
		if (!signal.aborted) await look().catch(error => say(reasonOf(error)));
	}

	async function look(): Promise<void> {
		const found = await fileStatus(log.path);
		if (!found && !isGone) say(`${name} was deleted; it is read again when it comes back`);
		isGone = !found;
		if (!found || (known && isSameFile(known, found) && found.size === known.size)) return;
		const change = known && (await changeOf(known, found));
		known = found;
		if (change !== undefined) {
			log.forget(`the file ${change}`);
			say(`${name} ${change}: read from its beginning`);
		}
		({tail} = await readLog(log, following));
	}

	// What happened to what was read; undefined where it only grew.
	async function changeOf(before: FileStatus, found: FileStatus): Promise<string | undefined> {
		const {offset} = log.position() ?? {offset: 0};
		if (!isSameFile(before, found)) return 'was replaced';
		if (found.size < offset) return 'was made smaller';
		return tail.equals(await bytesBefore(log.path, offset)) ? undefined : 'was written anew';
	}
};

/** Milliseconds. */
const pollInterval = 100;
