import {writeSync} from 'node:fs';
import type {Launched} from '../launch/launched.ts';
import {endingText} from '../model/ending.ts';

/** Writes to standard error at once; in vain where nobody listens. */
export const writeError = (text: string): void => {
	try {
		writeSync(2, text);
	} catch {
		// What was watched or recorded matters more than what is said about it.
	}
};

/** Tells what became of a command whose watch is over, where that is not plain to see: that it goes on, and as which pid. */
export const tellLaunched = ({name, pid, output, ending}: Launched): void => {
	if (ending() !== undefined) return;
	const where = output === undefined ? '' : `; its output goes to ${output}`;
	writeError(`memtop: ${name} (pid ${pid}) goes on${where}\n`);
};

/** Tells that a command ended before anything could be read of it. */
export const tellEndedEarly = ({name, output, ending}: Launched): void => {
	const how = ending();
	const where = output === undefined ? '' : `; its output is in ${output}`;
	writeError(`memtop: ${name} ended ${how ? endingText(how) : 'at once'}, before its first sample${where}\n`);
};
