// Draws the pictures of the README from the real program on a real process: they cannot show what it does not do.
import {copyFileSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {Resvg} from '@resvg/resvg-js';
import {keys, openPseudoTerminal, type PseudoTerminal} from '../test/helpers/pseudo-terminal.ts';
import {findFont} from './fonts.ts';
import {openCheckout} from './programs/checkout.ts';
import {openOrders} from './programs/orders.ts';
import {openPrometheus} from './programs/prometheus.ts';
import {openShop} from './programs/shop.ts';
import type {Started} from './programs/started.ts';
import {screenPicture} from './screen-picture.ts';
import {drawSixelScreen} from './sixel.ts';
import {drawTimeMachine} from './time-machine.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const memtopFile = join(here, '../bin/memtop.js');
const font = findFont();

/** Writes what is on the screen now. */
const draw = ({rows, cells}: PseudoTerminal, name: string): void => {
	const picture = screenPicture({rows, cells}, font.family);
	const image = new Resvg(picture, {
		font: {fontFiles: [...font.files], loadSystemFonts: false},
		fitTo: {mode: 'zoom', value: 2},
	});
	writeFileSync(join(here, `${name}.png`), image.render().asPng());
	console.log(`screenshots/${name}.png`);
};

/** Goes through the screens one after the other, each drawn when it is whole. */
const tour = async (memtop: PseudoTerminal, folder: string): Promise<void> => {
	for (const samples of [/\b1[5-9]\d samples/, /\b30\d samples/]) await memtop.shows(samples);
	draw(memtop, 'main');
	memtop.type('?');
	await memtop.shows('switch the recording on and off');
	draw(memtop, 'help');
	memtop.type('?p');
	await memtop.shows('Type to filter');
	memtop.type('shop');
	await memtop.shows('shop_ (4)');
	draw(memtop, 'picker');
	memtop.type(`${keys.escape}`);
	await memtop.waitUntil(() => !memtop.rows().join().includes('Which process'), 'the list to close');
	memtop.type('g');
	await memtop.shows('memory.png');
	copyFileSync(join(folder, 'memory.png'), join(here, 'gnuplot.png'));
	memtop.type(keys.control('l'));
	memtop.resize(60, 15);
	await memtop.shows(/In use.*System.*record/s);
	draw(memtop, 'small');
};

/** Runs memtop on a process in a folder, and ends it afterwards. */
const withMemtop = async (
	{folder, pid, delay}: {folder: string; pid: number; delay: number},
	use: (memtop: PseudoTerminal) => Promise<void>,
): Promise<void> => {
	const args = [memtopFile, '-p', String(pid), '-d', String(delay)];
	const memtop = openPseudoTerminal({program: process.execPath, args, folder});
	try {
		await use(memtop);
	} finally {
		memtop.type('qq');
		await memtop.exited();
	}
};

/** Lends a folder of its own to something that is drawn. */
const inFolder = async (use: (folder: string) => Promise<void>): Promise<void> => {
	const folder = mkdtempSync(join(tmpdir(), 'shop-'));
	try {
		await use(folder);
	} finally {
		rmSync(folder, {recursive: true});
	}
};

/** Draws the screen of one program, once it shows a minute or so. */
const portrait = (name: string, open: (folder: string) => Promise<Started>): Promise<void> =>
	inFolder(async folder => {
		const program = await open(folder);
		try {
			await setTimeout(3000);
			await withMemtop({folder, pid: program.pid, delay: 0.2}, async memtop => {
				for (const samples of [
					/\b[5-9]\d samples/,
					/\b1[0-4]\d samples/,
					/\b1[5-9]\d samples/,
					/\b2\d\d samples/,
				]) {
					await memtop.shows(samples);
				}
				draw(memtop, name);
			});
		} finally {
			program.end();
			await setTimeout(500);
		}
	});

await inFolder(async folder => {
	await drawTimeMachine(folder, draw);
	await drawSixelScreen({folder, log: 'before.log', file: join(here, 'sixel.png')});
});
await portrait('prometheus', openPrometheus);
await portrait('jvm', openOrders);
await portrait('node', openCheckout);

await inFolder(async folder => {
	const shop = openShop(folder);
	try {
		// Its start is another story, on other scales.
		await setTimeout(2000);
		await withMemtop({folder, pid: shop.server, delay: 0.1}, memtop => tour(memtop, folder));
	} finally {
		shop.end();
	}
});
