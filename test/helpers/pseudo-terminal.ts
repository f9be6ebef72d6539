import {setTimeout} from 'node:timers/promises';
import {type IPty, spawn} from '@lydell/node-pty';
import type {ExecutionContext} from 'ava';
import {createEmulator, type Emulator} from './emulator.ts';

/** A program that runs in a terminal of its own. */
export type PseudoTerminal = Pick<Emulator, 'rows' | 'cells' | 'isAlternate' | 'isCursorShown'> & {
	readonly pid: number;
	/** Presses keys, as the bytes a terminal sends for them. */
	readonly type: (keys: string) => void;
	/** Resolves once the whole screen, its rows joined by `\n`, contains or matches this. */
	readonly shows: (expected: string | RegExp) => Promise<void>;
	/** Resolves once the condition holds; rejects with the screen. */
	readonly waitUntil: (condition: () => boolean, what: string) => Promise<void>;
	readonly resize: (columns: number, rows: number) => void;
	/** Everything the program has written. */
	readonly output: () => string;
	/** Stops and goes on taking what the program writes. */
	readonly pause: () => void;
	readonly resume: () => void;
	readonly signal: (name: NodeJS.Signals) => void;
	/** Takes the terminal away, as closing its window does. */
	readonly hangUp: () => void;
	/** Resolves with the exit status, as a shell would report it. */
	readonly exited: () => Promise<number>;
};

/** What is run, where, and in how large a terminal; 120 by 40 if not given. */
export type TerminalProgram = {
	readonly program: string;
	readonly args: readonly string[];
	readonly folder: string;
	readonly columns?: number;
	readonly rows?: number;
	readonly environment?: Readonly<Record<string, string>>;
	/** Takes all that the program writes, for another terminal. */
	readonly onOutput?: (text: string) => void;
};

// Milliseconds that a busy machine may take for what takes a blink on an idle one.
const patience = 20_000;

/** The keys that have no character of their own. */
export const keys = {
	tab: '\t',
	enter: '\r',
	escape: '\u001b',
	backspace: '\u007f',
	up: '\u001b[A',
	down: '\u001b[B',
	left: '\u001b[D',
	right: '\u001b[C',
	shiftLeft: '\u001b[1;2D',
	shiftRight: '\u001b[1;2C',
	control: (letter: string) => String.fromCharCode(letter.toUpperCase().charCodeAt(0) - 64),
};

/** Starts a program in a terminal; the test ends it, by its pid, at the latest. */
export const startInTerminal = (t: ExecutionContext, program: TerminalProgram): PseudoTerminal => {
	const terminal = openPseudoTerminal(program);
	t.teardown(async () => {
		terminal.resume();
		terminal.signal('SIGKILL');
		await terminal.exited();
	});
	return terminal;
};

/** The same without a test around it; the caller sees to its end. */
export const openPseudoTerminal = (started: TerminalProgram): PseudoTerminal => {
	const {program, args, folder, columns = 120, rows = 40, environment = {}} = started;
	const emulator = createEmulator(columns, rows);
	const child = spawn(program, [...args], {
		...{cols: columns, rows, cwd: folder},
		name: environment.TERM ?? 'xterm-256color',
		env: terminalEnvironment(environment),
	});
	let output = '';
	let status: number | undefined;
	child.onData(text => {
		output += text;
		started.onOutput?.(text);
		void emulator.write(text);
	});
	child.onExit(({exitCode, signal}) => {
		status = signal ? 128 + signal : exitCode;
	});
	const waitUntil = waiting(emulator);
	return {
		...emulator,
		pid: child.pid,
		type: text => child.write(text),
		shows: expected => waitUntil(() => matches(emulator, expected), `the screen to show ${expected}`),
		waitUntil,
		resize: (width, height) => {
			emulator.resize(width, height);
			child.resize(width, height);
		},
		output: () => output,
		pause: () => child.pause(),
		resume: () => child.resume(),
		signal: name => {
			if (status === undefined) child.kill(name);
		},
		hangUp: () => (child as IPty & {destroy: () => void}).destroy(),
		exited: async () => {
			await waitUntil(() => status !== undefined, 'the program to end');
			return status ?? Number.NaN;
		},
	};
};

// What the machine of the test sets must not decide what is drawn.
const terminalEnvironment = (more: Readonly<Record<string, string>>): Record<string, string> => ({
	PATH: process.env.PATH ?? '',
	HOME: process.env.HOME ?? '',
	LANG: 'C.UTF-8',
	...more,
});

const waiting =
	(emulator: Emulator): PseudoTerminal['waitUntil'] =>
	async (condition, what) => {
		for (const end = Date.now() + patience; Date.now() < end; await setTimeout(20)) {
			// What was written before is on the screen only then.
			await emulator.write('');
			if (condition()) return;
		}
		throw new Error(`expected ${what}, got:\n${emulator.rows().join('\n').trimEnd()}`);
	};

const matches = (emulator: Emulator, expected: string | RegExp): boolean => {
	const screen = emulator.rows().join('\n');
	return typeof expected === 'string' ? screen.includes(expected) : expected.test(screen);
};
