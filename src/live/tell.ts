import {writeSync} from 'node:fs';
import type {Launched} from '../launch/launched.ts';
import {formatBytes, groupThousands} from '../model/bytes.ts';
import {counted} from '../model/counted.ts';
import {endingText} from '../model/ending.ts';
import type {Session} from '../session/session.ts';

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

/** Tells how much was recorded, and where; nothing where that was standard output, or nothing was to be recorded. */
export const tellRecorded = (session: Pick<Session, 'status'>): void => {
	const {path, samples, bytes, lost, notice} = session.status();
	if (path === undefined || path === '-') return;
	const missing = lost > 0 ? `, ${groupThousands(lost)} lost` : '';
	if (notice !== undefined) writeError(`memtop: ${notice}\n`);
	writeError(`memtop: ${counted(samples, 'sample')} (${formatBytes(bytes)}${missing}) in ${path}\n`);
};

/** Tells that a command ended before anything could be read of it. */
export const tellEndedEarly = ({name, output, ending}: Launched): void => {
	const how = ending();
	const where = output === undefined ? '' : `; its output is in ${output}`;
	writeError(`memtop: ${name} ended ${how ? endingText(how) : 'at once'}, before its first sample${where}\n`);
};
