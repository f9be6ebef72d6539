import {closeSync, openSync, readFileSync, rmSync, statSync, writeSync} from 'node:fs';
import {errorCode} from './errors.ts';

type StartTime = (pid: number) => number | undefined;

/**
 * The lock where the system has no `flock` command: a file made exclusively that holds the pid and the start time of
 * its owner. One whose owner is gone, or that stayed empty for five seconds, is replaced. Returns what removes it, or undefined when the owner lives.
 * Throws a system error where no such file can be made.
 */
export const takeLockFile = (path: string, startTime: StartTime): (() => void) | undefined => {
	if (!make(path, startTime)) {
		if (isOwnerAlive(path, startTime)) return undefined;
		rmSync(path, {force: true});
		if (!make(path, startTime)) return undefined;
	}
	return () => rmSync(path, {force: true});
};

const make = (path: string, startTime: StartTime): boolean => {
	try {
		const descriptor = openSync(path, 'wx', 0o644);
		writeSync(descriptor, `${process.pid} ${startTime(process.pid) ?? '-'}\n`);
		closeSync(descriptor);
		return true;
	} catch (error) {
		if (errorCode(error) === 'EEXIST') return false;
		throw error;
	}
};

// What is no lock of ours counts as alive: it is not ours to remove.
const isOwnerAlive = (path: string, startTime: StartTime): boolean => {
	const [pid, started] = readLock(path);
	if (pid === '') return isYoung(path);
	if (pid === undefined || !/^[1-9]\d*$/.test(pid)) return true;
	const now = startTime(Number(pid));
	return isAlive(Number(pid)) && (started === '-' || now === undefined || String(now) === started);
};

const readLock = (path: string): readonly string[] => {
	try {
		return readFileSync(path, 'utf8').trim().split(' ');
	} catch {
		// Gone between the two looks, or not readable: the next try to make it tells.
		return [];
	}
};

// Its owner writes to it at once, unless a full disk or a crash kept it from that.
const isYoung = (path: string): boolean => {
	const made = statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? 0;
	return Math.abs(Date.now() - made) < 5000;
};

const isAlive = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return errorCode(error) !== 'ESRCH';
	}
};
