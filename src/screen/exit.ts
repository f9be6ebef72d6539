import {isatty} from 'node:tty';

const atStart = [0, 1, 2].filter(descriptor => isatty(descriptor));

/**
 * Ends the program with this status; by SIGHUP where its terminal is gone by now. Node before 24 aborts, with a core
 * file, when it cannot put a terminal back as it found it (nodejs/node#58200), and a signal's own end does not try.
 */
export const exit = (status: number): never => {
	if (atStart.some(descriptor => !isatty(descriptor))) {
		process.removeAllListeners('SIGHUP');
		process.kill(process.pid, 'SIGHUP');
	}
	return process.exit(status);
};
