import {setTimeout} from 'node:timers/promises';
import {createEmulator} from '../helpers/emulator.ts';
import type {Chunk} from './pseudo-terminal.ts';

/** When a screen first showed something, milliseconds of `performance.now()`; NaN where it does not within a minute. */
export const whenShown = async (
	chunks: readonly Chunk[],
	{columns, rows}: {readonly columns: number; readonly rows: number},
	isShown: (screen: string) => boolean,
): Promise<number> => {
	const emulator = createEmulator(columns, rows);
	const end = performance.now() + patience;
	for (let index = 0; ; index += 1) {
		while (index >= chunks.length && performance.now() < end) await setTimeout(5);
		const chunk = chunks[index];
		if (!chunk) return Number.NaN;
		await emulator.write(chunk.text);
		if (isShown(emulator.rows().join('\n'))) return chunk.time;
	}
};

/** Milliseconds. */
const patience = 60_000;
