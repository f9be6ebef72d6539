import {writeFileSync} from 'node:fs';
import {setTimeout} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {PNG} from 'pngjs';
import {openInXterm} from '../test/helpers/xterm.ts';

const memtopFile = fileURLToPath(new URL('../bin/memtop.js', import.meta.url));

/** A log to look at, and the picture to write. */
export type SixelPortrait = {readonly folder: string; readonly log: string; readonly file: string};

/** Draws the picture of a log in a real xterm that shows sixels, as the key g shows it. Needs Xvfb and xterm. */
export const drawSixelScreen = async ({folder, log, file}: SixelPortrait): Promise<void> => {
	const args = [memtopFile, 'view', log];
	const memtop = await openInXterm({program: process.execPath, args, folder, columns: 150, rows: 42});
	try {
		await memtop.shows('q quit');
		memtop.type('g');
		await memtop.shows('any key returns');
		// The window may be behind what was written to it.
		await setTimeout(1000);
		writeFileSync(file, PNG.sync.write(memtop.picture()));
	} finally {
		memtop.type(' ');
		await memtop.shows('shown here');
		// What follows a key at once is taken for a part of it.
		await setTimeout(200);
		memtop.type('q');
		await memtop.exited();
		await memtop.close();
	}
};
