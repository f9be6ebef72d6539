import {spawnSync} from 'node:child_process';
import {takeLockFile} from './lock-file.ts';
import {startTime} from './start-time.ts';

/** What came of trying to lock a file: the lock is ours, someone else holds it, or this system cannot lock that way. */
export type LockResult = 'locked' | 'taken' | 'unsupported';

/** How one writer keeps others away; tests pass systems that lack parts of it. */
export type Locking = {
	/** Locks the open file behind a descriptor, until it is closed or the process is gone in whatever way. */
	readonly flock: (descriptor: number) => LockResult;
	/** When a process started, as a number only to be compared; undefined where that cannot be known. */
	readonly startTime: (pid: number) => number | undefined;
};

/** The lock of util-linux and busybox; where it is missing a lock file, whose owner is known by its pid and start time. */
export const systemLocking: Locking = {
	flock: descriptor => {
		// The lock stays on the open file description, which is ours, when the command that took it has ended.
		const {status} = spawnSync('flock', ['-n', '-x', '3'], {
			stdio: ['ignore', 'ignore', 'ignore', descriptor],
			timeout: 2000,
		});
		if (status === 0) return 'locked';
		return status === 1 ? 'taken' : 'unsupported';
	},
	startTime,
};

/**
 * Makes this process the only writer of a log. Returns what gives the lock back before the descriptor is closed,
 * or undefined when another memtop writes to it.
 */
export const takeLock = (path: string, descriptor: number, locking: Locking): (() => void) | undefined => {
	const result = locking.flock(descriptor);
	if (result === 'unsupported') return takeLockFile(`${path}.lock`, locking.startTime);
	return result === 'locked' ? () => {} : undefined;
};
