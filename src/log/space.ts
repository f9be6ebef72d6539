import {dirname} from 'node:path';
import {formatBytes} from '../model/bytes.ts';
import type {LogFiles} from './files.ts';

/** Bytes of a disk: free for this user, and the least that a recording leaves free. */
export type Space = {readonly free: number; readonly least: number};

/** The room for a log at a path when it is too little: below the smaller of 1 % of the disk and 100 MB. */
export const shortSpace = (path: string, files: LogFiles): Space | undefined => {
	const space = measure(dirname(path), files);
	return space !== undefined && space.free < space.least ? space : undefined;
};

/**
 * Watches that a recording does not fill the disk of its log. The result says why there is too little room, and says
 * so until there is twice the least; undefined while there is enough.
 */
export const guardSpace = (path: string, files: LogFiles): (() => string | undefined) => {
	let isShort = false;
	return () => {
		const space = measure(dirname(path), files);
		if (space === undefined) return undefined;
		isShort = space.free < space.least * (isShort ? 2 : 1);
		return isShort ? describe(space) : undefined;
	};
};

const measure = (folder: string, files: LogFiles): Space | undefined => {
	try {
		const {bavail, blocks, bsize} = files.statfs(folder);
		return {free: bavail * bsize, least: Math.min((blocks * bsize) / 100, 100e6)};
	} catch {
		// A file system that does not tell its room gets no guard; writing tells when it is full.
		return undefined;
	}
};

const describe = ({free, least}: Space): string =>
	`only ${formatBytes(free)} free on the disk, it goes on above ${formatBytes(2 * least)}`;
