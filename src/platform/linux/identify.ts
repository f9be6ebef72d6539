import {readFileSync} from 'node:fs';
import {cleanText} from '../../model/clean.ts';
import type {Target} from '../../model/target.ts';
import {TargetError} from '../../target/errors.ts';
import {errorCode, isGone} from '../error-code.ts';
import {readCommandLine} from './command-line.ts';
import type {Proc} from './proc.ts';
import {programName} from './program-name.ts';
import {parseStat, type Stat} from './stat.ts';
import {parseStatus} from './status.ts';

/**
 * The process with this pid, or the one whose thread has this id. Throws TargetError when there is none, when it is
 * hidden from this user, or when it is a thread of the kernel.
 */
export const identify = (proc: Proc, pid: number): Target => {
	try {
		return describe(proc, pid);
	} catch (error) {
		if (isGone(error)) throw new TargetError(whyMissing(proc, pid), {cause: error});
		if (errorCode(error) === 'EACCES' || errorCode(error) === 'EPERM') {
			throw new TargetError(hiddenText(pid), {cause: error});
		}
		throw error;
	}
};

const describe = (proc: Proc, id: number): Target => {
	const {threadGroup: pid = id, user} = parseStatus(readFileSync(`${proc.root}/${id}/status`, 'utf8'));
	const folder = `${proc.root}/${pid}`;
	const stat = readStat(folder, pid);
	const words = readCommandLine(folder);
	const name = programName(stat.name, words);
	const obstacle = whyWithoutMemory(stat);
	if (obstacle !== undefined) {
		throw new TargetError(`expected a process with memory, but ${pid} (${name}) ${obstacle}`);
	}
	const command = words.length === 0 ? name : cleanText(words.join(' '), 4096);
	const owner = user === undefined ? {} : {user: proc.userName(user)};
	return {pid, name, ...owner, startTime: proc.timeOf(stat.startTicks), command};
};

const readStat = (folder: string, pid: number): Stat => {
	const stat = parseStat(readFileSync(`${folder}/stat`, 'utf8'));
	if (stat === undefined) throw new TargetError(`expected /proc/${pid}/stat to describe a process, got less`);
	return stat;
};

const whyWithoutMemory = ({isKernelThread, state, threads}: Stat): string | undefined => {
	if (isKernelThread) return 'is a kernel thread: it has no user memory';
	// A zombie with more threads than itself is a process whose first thread ended before the others.
	return 'ZX'.includes(state) && threads <= 1
		? 'has ended and waits for its parent: it is a zombie'
		: undefined;
};

const whyMissing = ({probeExistence}: Proc, pid: number): string => {
	try {
		probeExistence(pid);
		return hiddenText(pid);
	} catch (error) {
		if (errorCode(error) === 'EPERM') return hiddenText(pid);
		return `expected a process with pid ${pid}, found none`;
	}
};

const hiddenText = (pid: number): string =>
	`expected to see process ${pid}, but /proc hides it from this user (hidepid): run memtop as root or as its owner`;
