import {copyFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {type Started, startProgram} from './started.ts';

/** Starts a Node server with two workers in a folder. */
export const openCheckout = (folder: string): Promise<Started> => {
	copyFileSync(fileURLToPath(new URL('checkout.mjs', import.meta.url)), join(folder, 'checkout.mjs'));
	const options = {cwd: folder, argv0: 'node'};
	return startProgram({program: process.execPath, args: ['checkout.mjs'], options});
};
