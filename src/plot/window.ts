import {rm} from 'node:fs/promises';
import {type RunEnd, runGnuplot} from './gnuplot-run.ts';
import {names, windowScript, windowTerminals} from './gnuplot-script.ts';
import type {Picture} from './picture.ts';
import {pictureData} from './picture-data.ts';
import {privateFolder, writePrivately} from './private-folder.ts';
import type {Runner} from './rendering.ts';

/**
 * Shows the picture in a window of the first terminal that works; undefined when gnuplot knows none, the first one's
 * complaint when none works. The window lives on by itself, with a private folder that it clears away at its end.
 */
export const showWindow = async (
	picture: Picture,
	known: ReadonlySet<string>,
	runner: Runner,
): Promise<RunEnd | undefined> => {
	let failure: RunEnd | undefined;
	for (const terminal of windowTerminals.filter(name => known.has(name))) {
		const end = await attempt(picture, terminal, runner);
		if (end.kind !== 'failed') return end;
		failure ??= end;
	}
	return failure;
};

// Zooming reads the data again: the folder stays as long as the window.
const attempt = async (
	picture: Picture,
	terminal: (typeof windowTerminals)[number],
	runner: Runner,
): Promise<RunEnd> => {
	const folder = await privateFolder();
	let isUp = false;
	try {
		await writePrivately(folder, names.data, pictureData(picture.curves));
		await writePrivately(folder, names.script, windowScript(picture, terminal));
		const end = await runGnuplot({...runner, folder, opensWindow: true});
		isUp = end.kind === 'up';
		return end;
	} finally {
		if (!isUp) await rm(folder, {recursive: true, force: true});
	}
};
