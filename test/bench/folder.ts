import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/** Lends an empty folder to `use`, and removes it with all that is in it afterwards. */
export const withFolder = async <Result>(use: (folder: string) => Promise<Result>): Promise<Result> => {
	const folder = await mkdtemp(join(tmpdir(), 'memtop-bench-'));
	try {
		return await use(folder);
	} finally {
		await rm(folder, {recursive: true});
	}
};
