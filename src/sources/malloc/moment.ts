import {type HeldBytes, readAt} from '../../platform/linux/held-bytes.ts';
import {wordAt} from '../../platform/linux/words.ts';
import type {Addressable} from './addressable.ts';
import {type Arena, hasNoTop, isSameArena, parseArena} from './arena.ts';
import {arenaFields, binsInWindow, chunkUnits, windowSize} from './layout.ts';
import {cachePlace, type Parameters, parametersSize, parseParameters} from './parameters.ts';

/** Where malloc's own data is in a process. */
export type Location = {
	/** Address of the bins of the main arena. */
	readonly mainBins: number;
	/** Bytes from the beginning of an arena to its bins. */
	readonly binsOffset: number;
	/** Address of the first word about the threads' caches, in `mp_`. */
	readonly cache: number;
};

/** An arena, and bytes in its top; these are undefined where the top was moving just then. */
export type ArenaMoment = Arena & {readonly topSize: number | undefined};

/** All that malloc tells at one moment. The bytes of its arenas are overwritten by the next reading. */
export type Moment = {
	readonly parameters: Parameters;
	/** The main arena first. */
	readonly arenas: readonly ArenaMoment[];
};

/**
 * Why there is no moment: `torn` in the middle of a change, `executed` another program, `unmapped` where the process has no
 * memory at that place any more, `unknown` where an arena lies in memory that it did not have when its mappings were read,
 * `many` arenas, more than can be read in time.
 */
export type Obstacle = 'torn' | 'executed' | 'unmapped' | 'unknown' | 'many';

/** What moments are read from. */
export type MomentOptions = {
	readonly memory: Pick<HeldBytes, 'readNow'>;
	readonly location: Location;
	/** What heaps can lie in, as last known. */
	readonly addressable: Addressable;
	/** Bytes in a page. */
	readonly pageSize: number;
};

/** Reads a moment: some three reads and one or two more for each arena; with as much memory of its own. */
export const createMomentReader = (options: Omit<MomentOptions, 'addressable'>) => {
	const windows: Buffer[] = [];
	const parameterBytes = Buffer.alloc(parametersSize);
	const head = Buffer.alloc(16);
	return (addressable: Addressable): Moment | Obstacle => {
		const {memory, location, pageSize} = options;
		const length = readAt(memory, location.cache - cachePlace, parameterBytes);
		if (length !== parametersSize) return length === 0 ? 'executed' : 'unmapped';
		const parameters = parseParameters(parameterBytes);
		const arenas = readRing({memory, location, addressable, windows});
		if (parameters === undefined) return 'torn';
		if (typeof arenas === 'string') return arenas;
		const topSizeOf = (arena: Arena): number | undefined => {
			if (hasNoTop(arena)) return 0;
			if (!addressable(arena.top, 16) || readAt(memory, arena.top, head) !== 16) return undefined;
			return topSizeIn(head, arena, pageSize);
		};
		return {parameters, arenas: arenas.map(arena => ({...arena, topSize: topSizeOf(arena)}))};
	};
};

/** A moment that later readings do not overwrite. */
export const copyOf = ({parameters, arenas}: Moment): Moment => ({
	parameters,
	arenas: arenas.map(arena => ({...arena, bytes: Buffer.from(arena.bytes)})),
});

/** True when no heap changed between two moments; chunks mapped one by one may have. */
export const isSameMoment = (one: Moment, other: Moment): boolean =>
	one.arenas.length === other.arenas.length &&
	one.arenas.every((arena, index) => {
		const twin = other.arenas[index];
		const isSameTop = arena.topSize !== undefined && arena.topSize === twin?.topSize;
		return twin !== undefined && isSameTop && isSameArena(arena, twin);
	});

/** Bytes that malloc has obtained from the system: all arenas and what is mapped by itself. */
export const systemOf = ({parameters, arenas}: Moment): number =>
	arenas.reduce((sum, {systemMem}) => sum + systemMem, parameters.mmappedMem);

type Ring = Pick<MomentOptions, 'memory' | 'location' | 'addressable'> & {readonly windows: Buffer[]};

/** The arenas one after the other until the last leads back to the main one; into buffers used again each time. */
export const readRing = ({memory, location, addressable, windows}: Ring): readonly Arena[] | Obstacle => {
	const {mainBins, binsOffset} = location;
	const arenas: Arena[] = [];
	let bins = mainBins;
	while (arenas.length < arenaLimit) {
		if (bins !== mainBins && !addressable(bins + arenaFields.fastBins, windowSize)) return 'unknown';
		windows[arenas.length] ??= Buffer.alloc(windowSize);
		const bytes = windows[arenas.length] ?? Buffer.alloc(windowSize);
		const length = readAt(memory, bins - binsInWindow, bytes);
		if (length !== windowSize) return length === 0 ? 'executed' : 'unmapped';
		const arena = parseArena(bins, bytes);
		if (arena === undefined) return 'torn';
		arenas.push(arena);
		bins = arena.next + binsOffset;
		if (bins === mainBins) return arenas;
	}
	return 'many';
};

// Eight arenas for each of 64 processors; a slice of two milliseconds reads no more.
const arenaLimit = 512;

// A top ends with its heap at the end of a page, and what is before it is in use, as `sysmalloc` asserts.
const topSizeIn = (head: Buffer, {top, systemMem}: Arena, pageSize: number): number | undefined => {
	const word = wordAt(head, 8);
	const size = word - (word % 8);
	const isSound =
		word % 2 === 1 && size >= chunkUnits.smallest && size <= systemMem && (top + size) % pageSize === 0;
	return isSound ? size : undefined;
};
