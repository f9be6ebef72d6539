import {type KernelUnits, readKernelUnits} from './auxiliary-vector.ts';
import {readBootTime} from './boot-time.ts';
import {createUserNames} from './users.ts';

/** The proc file system, and what is needed to understand its numbers. */
export type Proc = {
	/** Where it is mounted. */
	readonly root: string;
	/** Read when first needed, once. */
	readonly units: () => KernelUnits;
	/** Unix seconds for a time in clock ticks since the machine started. */
	readonly timeOf: (ticks: number) => number;
	/** Login name of a user id. */
	readonly userName: (uid: number) => string;
	/** Sends no signal, but throws as if it had tried: EPERM for a process of another user, ESRCH for none. */
	readonly probeExistence: (pid: number) => void;
};

/** Opens the proc file system of this machine; tests pass a folder that looks like one. */
export const createProc = (changes: Partial<Pick<Proc, 'root' | 'probeExistence'>> = {}): Proc => {
	const root = changes.root ?? '/proc';
	const units = once(() => readKernelUnits(root));
	const bootTime = once(() => readBootTime(root));
	return {
		root,
		units,
		// One division of whole numbers, so that the result is the nearest number to the exact time.
		timeOf: ticks => (bootTime() * units().ticksPerSecond + ticks) / units().ticksPerSecond,
		userName: createUserNames('/etc/passwd'),
		probeExistence: changes.probeExistence ?? (pid => process.kill(pid, 0)),
	};
};

const once = <Result>(read: () => Result): (() => Result) => {
	let result: {readonly value: Result} | undefined;
	return () => {
		result ??= {value: read()};
		return result.value;
	};
};
