import {formatBytes} from '../model/bytes.ts';
import {counted} from '../model/counted.ts';
import type {Sample} from '../model/sample.ts';
import type {Session} from '../session/session.ts';
import {tellRecorded, writeError} from './tell.ts';

/** Says on standard error how a recording goes. */
export type Progress = {
	/** To be called about once a second, with the newest sample. */
	readonly tell: (sample: Sample | undefined) => void;
	/** Leaves nothing but what came of it. */
	readonly end: () => void;
};

/** A line that is written over where there is a terminal for it; else only what goes wrong, once. */
export const createProgress = (session: Session, isShown: boolean): Progress => {
	let said: string | undefined;
	return {
		tell: sample => {
			const trouble = troubleOf(session);
			if (isShown) writeError(`\r\u001b[K${lineOf(session, sample, trouble)}`);
			else if (trouble !== said) writeError(`memtop: ${trouble ?? 'recording again'}\n`);
			said = trouble;
		},
		end: () => {
			if (isShown) writeError('\r\u001b[K');
			tellRecorded(session);
		},
	};
};

const troubleOf = (session: Session): string | undefined => {
	const {state, reason} = session.status();
	return state === 'failing' ? `not recorded: ${reason}` : undefined;
};

const lineOf = (session: Session, sample: Sample | undefined, trouble: string | undefined): string => {
	const {samples, bytes} = session.status();
	const {name, pid} = session.target;
	const numbers = sample ? `in use ${formatBytes(sample.inUse)}, system ${formatBytes(sample.system)}` : '';
	return `${name} (pid ${pid}): ${trouble ?? numbers}; ${counted(samples, 'sample')}, ${formatBytes(bytes)}`;
};
