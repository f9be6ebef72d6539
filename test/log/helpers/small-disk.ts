import {spawnSync} from 'node:child_process';
import type {ExecutionContext} from 'ava';
import {type LogFiles, systemFiles} from '../../../src/log/files.ts';
import {temporaryFolder} from './folder.ts';

/** A folder with room for so many bytes, to be used through its `files`. */
export type SmallDisk = {readonly folder: string; readonly files: LogFiles; readonly isReal: boolean};

/** A real file system of 16 KiB where one may be mounted, otherwise the same by calls that say no. */
export const smallDisk = (t: ExecutionContext): SmallDisk => {
	const folder = temporaryFolder(t);
	const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder]).status === 0;
	if (!mounted) return {folder, files: fullAfter(16_384), isReal: false};
	t.teardown(() => spawnSync('umount', ['-l', folder]));
	return {folder, files: systemFiles, isReal: true};
};

/** A disk that takes files up to a size: a part of the line that reaches it, then nothing, without an error at first. */
export const fullAfter = (size: number): LogFiles => ({
	...systemFiles,
	write: (descriptor, bytes) => {
		const room = size - systemFiles.fstat(descriptor).size;
		if (room <= 0) throw systemError('ENOSPC');
		return systemFiles.write(descriptor, bytes.subarray(0, room));
	},
});

/** An error as the system gives it. */
export const systemError = (code: string): Error =>
	Object.assign(new Error(`${code}: said by a test`), {code});
