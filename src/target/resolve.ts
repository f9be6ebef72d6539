import {cleanText} from '../model/clean.ts';
import type {ProcessInfo} from '../model/process-info.ts';
import type {Target} from '../model/target.ts';
import {TargetError} from './errors.ts';
import {matchingProcesses} from './matching.ts';
import type {Named} from './named.ts';
import type {ProcessDirectory} from './process-directory.ts';

/** One process to watch, or the several to choose from. */
export type Resolution =
	| {readonly target: Target; readonly candidates?: undefined}
	| {readonly target?: undefined; readonly candidates: readonly ProcessInfo[]};

/** Finds what the user named. Rejects with TargetError when it is not there or cannot be watched. */
export const resolveTarget = async (named: Named, directory: ProcessDirectory): Promise<Resolution> =>
	named.pid === undefined
		? resolveName(named.name, directory)
		: {target: await directory.identify(named.pid)};

const resolveName = async (name: string, directory: ProcessDirectory): Promise<Resolution> => {
	const candidates = name === '' ? [] : matchingProcesses(await directory.list(), name);
	const [first, second] = candidates;
	if (first === undefined) {
		throw new TargetError(`expected a process named "${cleanText(name)}", found none`);
	}
	return second === undefined ? {target: asTarget(first)} : {candidates};
};

const asTarget = ({rss: _, ...target}: ProcessInfo): Target => target;
