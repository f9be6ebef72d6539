import type {ChildProcess} from 'node:child_process';

/** Ends a child that leads a process group, and all of its group, at once (SIGKILL); nothing where it has ended. */
export const killGroup = (child: ChildProcess): void => {
	if (child.pid === undefined || hasEnded(child)) return;
	try {
		process.kill(-child.pid, 'SIGKILL');
	} catch {
		// It ended by itself just now.
	}
};

/** True once the child itself has ended. */
export const hasEnded = (child: ChildProcess): boolean =>
	child.exitCode !== null || child.signalCode !== null;
