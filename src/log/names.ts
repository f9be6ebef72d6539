import {join} from 'node:path';

/** The file that is recorded to unless another one is named. */
export const defaultLogName = 'memory.log';

/** Where a recording of a process may go when no file is named, best first: the default log, then names of its own. */
export const defaultLogPaths = (folder: string, pid: number): readonly string[] =>
	[
		defaultLogName,
		`memory-${pid}.log`,
		...Array.from({length: 19}, (_, index) => `memory-${pid}-${index + 2}.log`),
	].map(name => join(folder, name));
