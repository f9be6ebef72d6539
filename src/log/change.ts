import type {Stats} from 'node:fs';
import type {LogFiles} from './files.ts';

/**
 * Watches that an open file is still the one at its path. The result says what someone else did to it, so that what
 * is appended would be lost or follow something unknown; undefined while all is well.
 */
export const watchFile = (
	{descriptor, path}: {readonly descriptor: number; readonly path: string},
	size: () => number,
	files: LogFiles,
): (() => string | undefined) => {
	// By its path as well as later: some layered file systems number a file differently through a descriptor.
	const original = statusAt(path, files);
	return () => {
		const open = files.fstat(descriptor);
		if (open.nlink === 0) return 'was deleted';
		const there = statusAt(path, files);
		if (there === undefined) return 'was moved away';
		if (there.ino !== original?.ino || there.dev !== original.dev) return 'was replaced';
		return open.size < size() ? 'was made smaller' : undefined;
	};
};

const statusAt = (path: string, files: LogFiles): Stats | undefined => {
	try {
		return files.lstat(path);
	} catch {
		return undefined;
	}
};
