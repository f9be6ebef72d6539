import {type Range, withBudget} from '../../platform/linux/byte-source.ts';
import type {HeldBytes} from '../../platform/linux/held-bytes.ts';
import type {NativeProcess} from '../../platform/linux/native-process.ts';
import {readMappings} from '../../platform/linux/process-maps.ts';
import {countResident} from '../../platform/linux/resident.ts';
import {touchedRanges} from '../../platform/linux/touched-pages.ts';
import type {Outside} from '../source.ts';
import {type Addressable, heapRanges} from './addressable.ts';
import {heapsOf} from './heaps.ts';
import {mappedChunks} from './mapped-chunks.ts';
import type {Location, Moment} from './moment.ts';

/** What it is counted with. */
export type OutsideOptions = {
	readonly native: NativeProcess;
	readonly memory: HeldBytes;
	readonly location: Location;
	readonly addressable: Addressable;
	/** Bytes in a page. */
	readonly pageSize: number;
};

/** What is resident outside of malloc's heaps and mapped chunks; undefined where not all of those are found. */
export const readOutside = async (options: OutsideOptions, moment: Moment): Promise<Outside | undefined> => {
	try {
		const ranges = await rangesOf(options, moment);
		const resident = ranges && (await countResident(options.native, ranges, options.pageSize));
		return resident && {bytes: resident.all - resident.within, cost: resident.cost};
	} catch {
		return undefined;
	}
};

const rangesOf = async (options: OutsideOptions, moment: Moment): Promise<readonly Range[] | undefined> => {
	const {native, memory, pageSize} = options;
	const limited = withBudget(memory, readBudget);
	const heaps = await allHeaps(options, moment);
	if (heaps === undefined || moment.parameters.mmappedMem === 0) return heaps;
	const mappings = await native.lend('maps', readMappings);
	const others = heapRanges(mappings.filter(({file}) => file !== '[heap]')).flatMap(range =>
		without(range, heaps),
	);
	const ranges = await native.lend('pagemap', async pagemap => {
		const touched: Range[] = [];
		for (const range of others) touched.push(...(await touchedRanges(pagemap, range, pageSize)));
		return touched;
	});
	const chunks = await mappedChunks({memory: limited, ranges, pageSize}, moment.parameters);
	return chunks && [...heaps, ...chunks].toSorted((one, other) => one.start - other.start);
};

// Ascending.
const allHeaps = async (options: OutsideOptions, moment: Moment): Promise<readonly Range[] | undefined> => {
	const ranges: Range[] = [];
	for (const arena of moment.arenas) {
		const steps = heapsOf(options, moment, arena);
		let step = steps.next();
		for (; !step.done; step = steps.next()) await nextTurn();
		if (step.value === undefined) return undefined;
		ranges.push(...step.value);
	}
	return ranges.toSorted((one, other) => one.start - other.start);
};

const nextTurn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

// Sixteen bytes for each chunk or page.
const readBudget = 1024 * 1024;

const without = (range: Range, others: readonly Range[]): readonly Range[] => {
	const parts: Range[] = [];
	let {start} = range;
	for (const other of others) {
		if (other.end <= start || other.start >= range.end) continue;
		if (other.start > start) parts.push({start, end: other.start});
		start = other.end;
	}
	if (start < range.end) parts.push({start, end: range.end});
	return parts;
};
