import {spawn} from '@lydell/node-pty';

/** A Node program in a terminal of its own. */
export type PseudoTerminal = {
	readonly pid: number;
	/** When it was about to be started, milliseconds of `performance.now()`. */
	readonly start: number;
	/** What it has written so far, in order. */
	readonly chunks: readonly Chunk[];
	/** Bytes it has written so far. */
	readonly bytes: () => number;
	/** Presses q, and resolves when it has left. */
	readonly quit: () => Promise<void>;
};

/** Text that arrived at once, and when, milliseconds of `performance.now()`. */
export type Chunk = {readonly text: string; readonly time: number};

/** Where a program runs. */
export type Place = {readonly folder: string; readonly columns: number; readonly rows: number};

/** Starts Node with these arguments in a new terminal of a size in cells. */
export const openPseudoTerminal = (
	args: readonly string[],
	{folder, columns, rows}: Place,
): PseudoTerminal => {
	const chunks: Chunk[] = [];
	let bytes = 0;
	const start = performance.now();
	const child = spawn(process.execPath, [...args], {
		...{name: 'xterm-256color', cols: columns, rows, cwd: folder},
		env: {...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8'},
	});
	const exit = new Promise<void>(resolve => {
		child.onExit(() => resolve());
	});
	child.onData(text => {
		chunks.push({text, time: performance.now()});
		bytes += Buffer.byteLength(text);
	});
	return {
		...{pid: child.pid, start, chunks, bytes: () => bytes},
		quit: () => {
			child.write('q');
			return exit;
		},
	};
};
