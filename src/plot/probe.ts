import {spawn} from 'node:child_process';
import {killGroup} from './kill-group.ts';

/** What a program said on stderr until it ended or was ended. */
export type Answered = {
	readonly answer: string;
	/** Why it could not be started, or what it was ended for. */
	readonly error?: Error;
};

/**
 * Runs a program in a process group of its own and gathers what it says on stderr. All of the group is killed when it is
 * cancelled, when this program ends, when it has not answered within 5 s, and when it says more than 64 KiB.
 */
export const probe = (program: string, args: readonly string[], signal?: AbortSignal): Promise<Answered> =>
	new Promise(resolve => {
		if (signal?.aborted) return resolve({answer: '', error: new Error('cancelled')});
		const child = spawn(program, args, {detached: true, stdio: ['ignore', 'ignore', 'pipe']});
		let answer = '';
		const end = (error?: Error): void => {
			clearTimeout(timer);
			process.off('exit', kill);
			signal?.removeEventListener('abort', cancel);
			resolve({answer, ...(error && {error})});
		};
		const kill = (): void => killGroup(child);
		const giveUp = (why: string): void => {
			kill();
			// Whoever has left its group may hold the other end open.
			child.stderr.destroy();
			end(new Error(why));
		};
		const cancel = (): void => giveUp('cancelled');
		const timer = setTimeout(() => giveUp('no answer for 5 s'), patience);
		process.on('exit', kill);
		signal?.addEventListener('abort', cancel);
		child.stderr.setEncoding('utf8').on('data', (said: string) => {
			answer += said;
			if (answer.length > mostSaid) giveUp('said more than 64 KiB');
		});
		child.on('error', end).on('close', () => end());
	});

// Milliseconds.
const patience = 5000;
const mostSaid = 2 ** 16;
