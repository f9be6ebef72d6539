import {systemClock} from '../../model/clock.ts';
import type {Target} from '../../model/target.ts';
import type {ByteSource, Range} from '../../platform/linux/byte-source.ts';
import type {NativeProcess} from '../../platform/linux/native-process.ts';
import type {Proc} from '../../platform/linux/proc.ts';
import {type Mapping, readMappings} from '../../platform/linux/process-maps.ts';
import {countResident} from '../../platform/linux/resident.ts';
import {wordAt} from '../../platform/linux/words.ts';
import type {Probe, Refusal} from '../source.ts';
import {collectionStateIn, collectorOf} from './collector.ts';
import type {CounterBytes} from './counter-bytes.ts';
import {type Entries, parseEntries, usedSize} from './entries.ts';
import {findHeap, type HeapCounters, limitsOf, wholeCommitted} from './heap.ts';
import {createJvmProbe} from './probe.ts';
import {findReservedHeap} from './reserved-heap.ts';
import {titleOf} from './title.ts';
import type {ShownCounters} from './values.ts';

/** A process with its mappings, none where they may not be read, and the bytes that its counters take. */
export type ProbedProcess = {
	readonly proc: Proc;
	readonly target: Target;
	readonly native: NativeProcess;
	readonly mappings: readonly Mapping[];
	readonly size: number;
};

/** A probe on the counters of a JVM, closed with it; or why they cannot be understood, when they are closed at once. */
export const openJvmProbe = (process: ProbedProcess, counters: CounterBytes): Probe | Refusal => {
	const bytes = Buffer.alloc(process.size);
	const length = counters.readNow(bytes);
	const opened = length === bytes.length ? openOn(process, counters, bytes) : 'it is about to end';
	if (typeof opened !== 'string') return opened;
	counters.close();
	return {refused: opened, applies: true};
};

const openOn = (process: ProbedProcess, counters: CounterBytes, bytes: Buffer): Probe | string => {
	const {native} = process;
	const entries = parseEntries(bytes);
	if (typeof entries === 'string') return entries;
	const collector = collectorOf(entries);
	const heap = findHeap(entries, bytes, collector);
	if (heap === undefined) return 'its counters tell of no heap';
	const title = titleOf(entries, collector);
	if (!title.hasVersion && isYoung(process.target)) return 'it has only just started';
	const outside = outsideOf(process, heap, bytes);
	return createJvmProbe({
		...shownCounters(entries, heap, bytes),
		title: title.text,
		counters,
		size: usedSize(bytes),
		...(outside && {outside}),
		virtual: native.virtual,
		clock: systemClock,
		close: native.close,
	});
};

// It publishes its version last of all, and would go without for the whole watch.
const isYoung = ({startTime = Number.NaN}: Target): boolean =>
	systemClock.wall() / 1000 - startTime < startingTime;

// Seconds.
const startingTime = 3;

const shownCounters = (entries: Entries, heap: HeapCounters, bytes: Buffer): ShownCounters => {
	const at = (name: string): number => entries.numbers.get(name) ?? Number.NaN;
	return {
		heap,
		state: collectionStateIn(entries),
		metaspaceUsed: at('sun.gc.metaspace.used'),
		threads: at('java.threads.live'),
		ticks: at('sun.os.hrt.ticks'),
		frequency: wordAt(bytes, at('sun.os.hrt.frequency')),
	};
};

const outsideOf = (
	{native, proc, mappings}: ProbedProcess,
	heap: HeapCounters,
	bytes: Buffer,
): Probe['outside'] => {
	const size = {reserved: limitsOf(heap, bytes).reserved, committed: wholeCommitted(heap, bytes)};
	const range = findReservedHeap(mappings, size);
	const isMapped = heap.collector === 'ZGC';
	if (range === undefined && !isMapped) return undefined;
	const {pageSize} = proc.units();
	const count = async () => {
		const ranges = range && !isMapped ? [range] : await native.lend('maps', readHeapFiles);
		return ranges.length > 0 ? countResident(native, ranges, pageSize) : undefined;
	};
	return async () => {
		const resident = await unlessItFails(count);
		return resident && {bytes: resident.all - resident.within, cost: resident.cost};
	};
};

// ZGC maps a file of its own in memory, in OpenJDK 17 at three addresses; RSS counts each of them.
const readHeapFiles = async (file: ByteSource): Promise<readonly Range[]> =>
	(await readMappings(file)).filter(mapping => /^\/memfd:java_heap/.test(mapping.file));

const unlessItFails = async <Result>(count: () => Promise<Result>): Promise<Result | undefined> => {
	try {
		return await count();
	} catch {
		return undefined;
	}
};
