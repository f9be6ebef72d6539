import type {Clock} from '../../model/clock.ts';
import {type Range, withBudget} from '../../platform/linux/byte-source.ts';
import type {HeldBytes} from '../../platform/linux/held-bytes.ts';
import type {NativeProcess} from '../../platform/linux/native-process.ts';
import type {Mapping} from '../../platform/linux/process-maps.ts';
import {touchedRanges} from '../../platform/linux/touched-pages.ts';
import type {Probe, Refusal} from '../source.ts';
import type {Addressable} from './addressable.ts';
import {locate} from './locate.ts';
import {createKnownMemory} from './mappings.ts';
import {createMomentReader, type Location, type Moment, systemOf} from './moment.ts';
import {createMallocProbe} from './probe.ts';
import {readAnonymous, whyTooSmall} from './share.ts';

/** What a probe is opened with. */
export type OpenOptions = {
	readonly native: NativeProcess;
	readonly memory: HeldBytes;
	readonly mappings: readonly Mapping[];
	/** Where the library's own data is. */
	readonly data: readonly Range[];
	readonly title: string;
	readonly clock: Clock;
	/** Bytes in a page. */
	readonly pageSize: number;
};

/** A probe on malloc in a process, where it holds most of the process's anonymous memory. Throws ImageError. */
export const openMallocProbe = async (options: OpenOptions): Promise<Probe | Refusal> => {
	const {native, mappings, clock} = options;
	const known = createKnownMemory(native, mappings, clock);
	const found = await findMalloc(options, known.addressable);
	if (found === undefined) return {refused: 'malloc was not used yet', applies: false};
	if (typeof found === 'string') return {refused: `glibc malloc: ${found}`, applies: true};
	const {location, moment} = found;
	const anonymous = await readAnonymous(native);
	const refused = anonymous === undefined ? undefined : whyTooSmall(systemOf(moment), anonymous, leastShare);
	return refused === undefined ? createMallocProbe({...options, location, known}) : {refused, applies: true};
};

type FoundMalloc = {readonly location: Location; readonly moment: Moment};

// A busy program is asked more than once: it may be in the middle of a change.
const findMalloc = async (
	options: OpenOptions,
	addressable: Addressable,
): Promise<FoundMalloc | string | undefined> => {
	const memory = withBudget(options.memory, searchBudget);
	const data = await touchedData(options);
	let reason: string | undefined;
	for (let attempt = 0; attempt < attempts; attempt += 1) {
		const location = await locate({memory, data, addressable});
		if (location === undefined) return undefined;
		const moment =
			typeof location === 'string' ? location : createMomentReader({...options, location})(addressable);
		if (typeof location !== 'string' && typeof moment !== 'string') return {location, moment};
		reason = typeof location === 'string' ? location : 'its counters contradict each other';
	}
	return reason;
};

const attempts = 5;

// Several times what the data of the largest programs and the largest ring of arenas need.
const searchBudget = 64 * 1024 * 1024;

// A process of which malloc holds less is told by what the system counts.
const leastShare = 0.5;

const touchedData = async ({native, data, pageSize}: OpenOptions): Promise<readonly Range[]> =>
	native.lend('pagemap', async pagemap => {
		const ranges = await Promise.all(data.map(range => touchedRanges(pagemap, range, pageSize)));
		return ranges.flat();
	});
