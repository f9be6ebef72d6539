import {constants} from 'node:fs';
import {type FileHandle, open, stat} from 'node:fs/promises';

/** Which file is at a path, and how large it is. */
export type FileStatus = {readonly device: number; readonly number: number; readonly size: number};

/** The file at a path now; undefined where there is none, or none that can be looked at. */
export const fileStatus = async (path: string): Promise<FileStatus | undefined> => {
	const found = await stat(path).catch(() => undefined);
	return found && {device: found.dev, number: found.ino, size: found.size};
};

/** Whether both are the same file, whatever was written to it meanwhile. */
export const isSameFile = (one: FileStatus, other: FileStatus): boolean =>
	one.device === other.device && one.number === other.number;

/** The last bytes before an offset, by which a file is known again; fewer near its beginning. Empty where it cannot be read. */
export const bytesBefore = async (path: string, offset: number): Promise<Buffer> => {
	const start = Math.max(0, offset - knownBy);
	let file: FileHandle | undefined;
	try {
		// Something else may lie at the path by now: a FIFO would never open while nobody writes to it.
		file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
		if (!(await file.stat()).isFile()) return nothing;
		const {buffer, bytesRead} = await file.read(Buffer.alloc(offset - start), 0, offset - start, start);
		return buffer.subarray(0, bytesRead);
	} catch {
		return nothing;
	} finally {
		await file?.close();
	}
};

const nothing = Buffer.alloc(0);

/** Bytes: a line of most logs. */
const knownBy = 256;
