import type {Clock} from '../../model/clock.ts';
import type {Reading} from '../../model/reading.ts';
import type {HeldBytes} from '../../platform/linux/held-bytes.ts';
import type {NativeProcess} from '../../platform/linux/native-process.ts';
import type {Probe} from '../source.ts';
import {borrow} from './borrowed.ts';
import type {KnownMemory} from './mappings.ts';
import {mallocMetrics} from './metrics.ts';
import {createMomentReader, type Location, type Moment, type Obstacle, systemOf} from './moment.ts';
import {readOutside} from './outside.ts';
import {createShareWatch} from './share.ts';
import {type KnownFree, readingAt} from './values.ts';
import {createWalks} from './walk.ts';
import {createWalker, type Walker} from './walker.ts';

/** What a probe reads. */
export type ProbeOptions = {
	readonly native: NativeProcess;
	readonly memory: HeldBytes;
	readonly location: Location;
	readonly known: KnownMemory;
	readonly title: string;
	readonly clock: Clock;
	/** Bytes in a page. */
	readonly pageSize: number;
};

/** Reads malloc's counters on every tick, and walks through its heaps between ticks. */
export const createMallocProbe = async (options: ProbeOptions): Promise<Probe> => {
	const {native, known, title, clock} = options;
	const pagemap = await borrow(native, 'pagemap');
	const readMoment = createMomentReader(options);
	const readAfter = createMomentReader(options);
	const shareIsLost = createShareWatch(native, clock);
	const walker = createWalker({
		createWalk: createWalks({...options, pagemap: pagemap.file, addressable: known.addressable}),
		readMoment: () => orUndefined(readAfter(known.addressable)),
		onBroken: known.refresh,
		clock,
	});
	let fruitless = 0;

	const explain = (obstacle: Obstacle): Reading => {
		if (obstacle === 'unknown') known.refresh();
		fruitless += 1;
		const reading = withoutNumbers(absences[obstacle]);
		const isForGood = obstacle !== 'torn' && obstacle !== 'unknown';
		return isForGood || fruitless >= fruitlessLimit ? {...reading, lost: absences[obstacle]} : reading;
	};

	const readOnce = (): Moment | Obstacle | undefined => {
		const moment = readMoment(known.addressable);
		// Read second: a process gives memory up only after it has counted that.
		const virtual = native.virtual();
		if (virtual === undefined) return undefined;
		return typeof moment !== 'string' && systemOf(moment) > virtual ? 'torn' : moment;
	};

	const read = (): Reading => {
		const first = readOnce();
		const moment = first === 'torn' ? readOnce() : first;
		if (moment === undefined) return withoutNumbers('the process has ended');
		if (typeof moment === 'string') return explain(moment);
		fruitless = 0;
		if (moment.arenas.some(({topSize}) => topSize === undefined)) known.refresh();
		const reading = readingAt(moment, freeAt(walker, moment));
		const lost = shareIsLost(systemOf(moment));
		return lost === undefined ? reading : {...reading, lost};
	};

	const first = readMoment(known.addressable);
	if (typeof first !== 'string') await walker.warmUp(first, firstWalk);
	return {
		title,
		read,
		outside: async () => {
			const moment = createMomentReader(options)(known.addressable);
			return typeof moment === 'string'
				? undefined
				: readOutside({...options, addressable: known.addressable}, moment);
		},
		close: () => {
			walker.close();
			pagemap.giveBack();
			native.close();
		},
	};
};

// Milliseconds that opening may take for the first walk.
const firstWalk = 60;

// Readings in a row: a change takes microseconds, and new mappings are read within some ticks.
const fruitlessLimit = 100;

const absences = {
	torn: 'the counters of malloc contradict each other',
	executed: 'the process executed another program',
	unmapped: 'the memory of malloc is gone',
	unknown: 'an arena is new',
	many: 'it has more arenas than can be read in time',
} as const satisfies Readonly<Record<Obstacle, string>>;

const freeAt = (walker: Walker, moment: Moment): KnownFree | undefined => {
	const now = walker.offer(moment);
	const found = now ?? walker.last();
	return found && {found, isExact: now !== undefined};
};

const orUndefined = (moment: Moment | Obstacle): Moment | undefined =>
	typeof moment === 'string' ? undefined : moment;

const withoutNumbers = (reason: string): Reading => ({
	values: {},
	absent: Object.fromEntries(mallocMetrics.map(({id}) => [id, reason])),
});
