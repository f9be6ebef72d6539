import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer, type Socket} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {PNG} from 'pngjs';
import {readFramebuffer} from './framebuffer.ts';
import {openPseudoTerminal, type PseudoTerminal, type TerminalProgram} from './pseudo-terminal.ts';

/** A program in a real xterm that shows sixels, on an X server without a screen. */
export type XtermProgram = PseudoTerminal & {
	/** The window as it is seen. */
	readonly picture: () => PNG;
	/** Ends the window, and the server. */
	readonly close: () => Promise<void>;
};

// Inside of xterm: its terminal is at the other end of the socket.
const relay = `
const socket = require('node:net').connect(process.argv[1]);
process.stdin.setRawMode(true);
process.stdin.pipe(socket).pipe(process.stdout);
`;

/**
 * Runs a program in a terminal that is an xterm's: all that it writes is shown there, and what the xterm answers it
 * reads. The caller ends the program before the window. Rejects when Xvfb or xterm is not installed.
 */
export const openInXterm = async (program: TerminalProgram): Promise<XtermProgram> => {
	const {columns = 100, rows = 30} = program;
	const folder = mkdtempSync(join(tmpdir(), 'xterm-'));
	const size = {folder, columns, rows};
	const server = await startServer(size);
	const {window, socket} = await openWindow(server.display, size);
	const onOutput = (text: string) => void socket.write(text);
	const terminal = openPseudoTerminal({...program, columns, rows, onOutput});
	// The window is closed with what it has not read.
	socket.on('error', () => {});
	socket.on('data', bytes => terminal.type(String(bytes)));
	return {
		...terminal,
		picture: () => readFramebuffer(join(folder, 'Xvfb_screen0')),
		close: async () => {
			await end(window);
			await end(server.process);
			rmSync(folder, {recursive: true});
		},
	};
};

type WindowOptions = {readonly folder: string; readonly columns: number; readonly rows: number};

const startServer = async ({
	folder,
	columns,
	rows,
}: WindowOptions): Promise<{process: ChildProcess; display: string}> => {
	// The pointer is in the middle: outside of the window, whose characters are 8 by 17 pixels.
	const screen = `${20 * columns}x${40 * rows}x24`;
	const args = ['-displayfd', '1', '-screen', '0', screen, '-fbdir', folder, '-nolisten', 'tcp'];
	const child = spawn('Xvfb', args, {stdio: ['ignore', 'pipe', 'ignore']});
	await once(child, 'spawn');
	const [number] = await once(child.stdout, 'data');
	return {process: child, display: `:${String(number).trim()}`};
};

const openWindow = async (
	display: string,
	{folder, columns, rows}: WindowOptions,
): Promise<{window: ChildProcess; socket: Socket}> => {
	const path = join(folder, 'socket');
	const server = createServer().listen(path);
	await once(server, 'listening');
	const look = ['-fa', 'DejaVu Sans Mono', '-fs', '10', '-bg', '#16181d', '-fg', '#d5d9e0', '-bw', '0'];
	const place = ['-geometry', `${columns}x${rows}+0+0`, '-u8'];
	const run = ['-e', process.execPath, '-e', relay, path];
	const window = spawn('xterm', ['-ti', 'vt340', '-tn', 'xterm-256color', ...look, ...place, ...run], {
		env: {PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', DISPLAY: display},
		stdio: 'ignore',
	});
	await once(window, 'spawn');
	const [socket] = await once(server, 'connection');
	server.close();
	return {window, socket};
};

const end = async (child: ChildProcess): Promise<void> => {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exit = once(child, 'exit');
	child.kill();
	await exit;
};
