import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {ExecutionContext} from 'ava';
import {type Log, type LogOptions, openLog} from '../../../src/log/writer.ts';
import {handClock} from './clock.ts';
import {temporaryFolder} from './folder.ts';

/** A log in an empty folder, with a clock set by hand and without a look at the room on the disk. */
export const openTestLog = (t: ExecutionContext, change: Partial<LogOptions> = {}) => {
	const folder = change.folder ?? temporaryFolder(t);
	const clock = handClock();
	const log: Log = openLog({pid: 4242, clock, guard: false, ...change, folder});
	t.teardown(log.close);
	return {
		log,
		clock,
		folder,
		/** The text of a file in the folder. */
		read: (name = 'memory.log') => readFileSync(join(folder, name), 'utf8'),
	};
};
