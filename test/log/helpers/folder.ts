import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {ExecutionContext} from 'ava';

/** An empty folder that is gone after the test. */
export const temporaryFolder = (t: ExecutionContext): string => {
	const folder = mkdtempSync(join(tmpdir(), 'memtop-log-'));
	t.teardown(() => rmSync(folder, {recursive: true, force: true}));
	return folder;
};
