import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {endChild} from './disturbance-program.ts';

/** A running program that reads another one, on another core than that has, or stands still. */
export type Reader = {
	/** Lets it read until `work` is done. Rejects when it has ended. */
	readonly whileReading: <Result>(work: () => Promise<Result>) => Promise<Result>;
	readonly end: () => Promise<void>;
};

/** Starts Node with these arguments, and resolves once it prints something: then it reads. Rejects when it ends before. */
export const startReader = async (args: readonly string[]): Promise<Reader> => {
	const command = [...own, process.execPath, '--import=tsx', ...args];
	const child = spawn('setpriv', command, {stdio: ['ignore', 'pipe', 'inherit']});
	await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
	const check = (): void => {
		if (child.exitCode === null && child.signalCode === null) return;
		throw new Error(`expected a program that reads (${command.join(' ')}), but it has ended`);
	};
	check();
	child.stdout.resume();
	child.kill('SIGSTOP');
	return {
		whileReading: async work => {
			check();
			child.kill('SIGCONT');
			try {
				return await work();
			} finally {
				child.kill('SIGSTOP');
			}
		},
		end: () => endChild(child),
	};
};

// It has the second core, and never outlives this program: what stands still would not notice.
const own = ['--pdeathsig', 'KILL', 'taskset', '-c', '1'] as const;
