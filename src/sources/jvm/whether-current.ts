import {setTimeout} from 'node:timers/promises';
import {readAt} from '../../platform/linux/held-bytes.ts';
import {wordAt} from '../../platform/linux/words.ts';
import type {CounterFile} from './counter-file.ts';
import {parseEntries} from './entries.ts';

/**
 * Whether a file is that of a JVM which began no earlier than its process, by Unix seconds; one that an earlier process
 * of the same pid left is not. Where the clock was set in between, a file counts that changes while it is looked at.
 */
export const isCurrentFile = async (file: CounterFile, startTime: number | undefined): Promise<boolean> => {
	const first = readClocks(file);
	if (first === undefined) return false;
	// What the start of a process is told in is rounded, and the machine's own start is told in whole seconds.
	if (startTime !== undefined && first.began / 1000 >= startTime - 2) return true;
	await setTimeout(refreshTime);
	const second = readClocks(file);
	return second !== undefined && second.ticks > first.ticks;
};

// Milliseconds: a JVM refreshes its counters every 50, without -XX:PerfDataSamplingInterval.
const refreshTime = 120;

const readClocks = (file: CounterFile): {readonly began: number; readonly ticks: number} | undefined => {
	const bytes = Buffer.alloc(file.size);
	if (readAt(file, 0, bytes) !== bytes.length) return undefined;
	const entries = parseEntries(bytes);
	if (typeof entries === 'string') return undefined;
	const at = (name: string): number => wordAt(bytes, entries.numbers.get(name) ?? Number.NaN);
	return {began: at('sun.rt.createVmBeginTime'), ticks: at('sun.os.hrt.ticks')};
};
