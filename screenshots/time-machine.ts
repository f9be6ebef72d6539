import {spawn} from 'node:child_process';
import {setTimeout} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {keys, openPseudoTerminal, type PseudoTerminal} from '../test/helpers/pseudo-terminal.ts';
import {openShop, type Shop} from './programs/shop.ts';

/** Draws what is on the screen under a name. */
export type Draw = (memtop: PseudoTerminal, name: string) => void;

/** A recording with a cursor and a mark, then the same beside that of a mended program. */
export const drawTimeMachine = async (folder: string, draw: Draw): Promise<void> => {
	await withShop(folder, {leaks: true}, ({server}) => recordWithMark(folder, server));
	await withShop(folder, {leaks: false}, ({server}) => record(folder, server));
	await withView(folder, ['before.log'], async memtop => {
		await memtop.shows('before.log');
		memtop.type(keys.left);
		for (let step = 0; step < 7; step += 1) memtop.type(keys.shiftLeft);
		await memtop.shows('at cursor');
		draw(memtop, 'view');
	});
	await withView(folder, ['before.log', 'after.log'], async memtop => {
		await memtop.shows('after.log');
		draw(memtop, 'compare');
	});
};

const memtopFile = fileURLToPath(new URL('../bin/memtop.js', import.meta.url));

/** Seconds. */
const length = 40;

const recordWithMark = async (folder: string, server: number): Promise<void> => {
	const args = [memtopFile, '-p', String(server), '-d', '0.1', '-o', 'before.log'];
	const memtop = openPseudoTerminal({program: process.execPath, args, folder});
	for (const samples of [/\b1[0-4]\d samples/, /\b1[5-9]\d samples/]) await memtop.shows(samples);
	memtop.type('k');
	memtop.type(`checkout 2.4 goes live${keys.enter}`);
	for (const samples of [/\b2\d\d samples/, /\b3\d\d samples/, /\b4\d\d samples/])
		await memtop.shows(samples);
	memtop.type('q');
	await memtop.exited();
};

const record = (folder: string, server: number): Promise<void> => {
	const args = [memtopFile, 'record', '-p', String(server), '-d', '0.1', '-o', 'after.log'];
	const recorder = spawn(process.execPath, [...args, '--for', `${length}s`], {cwd: folder, stdio: 'ignore'});
	return new Promise(resolve => recorder.once('exit', () => resolve()));
};

const withShop = async (
	folder: string,
	how: {readonly leaks: boolean},
	use: (shop: Shop) => Promise<void>,
): Promise<void> => {
	const shop = openShop(folder, how);
	try {
		// Its start is another story, on other scales.
		await setTimeout(2000);
		await use(shop);
	} finally {
		shop.end();
	}
};

const withView = async (
	folder: string,
	files: readonly string[],
	use: (memtop: PseudoTerminal) => Promise<void>,
): Promise<void> => {
	const args = [memtopFile, 'view', ...files];
	const memtop = openPseudoTerminal({program: process.execPath, args, folder});
	try {
		await use(memtop);
	} finally {
		memtop.type('q');
		await memtop.exited();
	}
};
