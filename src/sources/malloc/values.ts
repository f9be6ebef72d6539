import type {Reading} from '../../model/reading.ts';
import {type Moment, systemOf} from './moment.ts';
import {chunkBytesOf, type Found, type Free} from './walk.ts';

/** What is known of the free chunks: of just this moment, or of one before. */
export type KnownFree = {readonly found: Found; readonly isExact: boolean};

/**
 * Where malloc's memory goes at a moment: in use is what is neither in the bins nor at the top of a heap, as `int_mallinfo`
 * in malloc/malloc.c has it. With what the bins held some time before it is a best effort, within what can be.
 */
export const readingAt = (moment: Moment, known: KnownFree | undefined): Reading => {
	const system = systemOf(moment);
	const counts = countsOf(moment);
	const top = topOf(moment);
	if (top === undefined || known === undefined) {
		return {
			values: {'malloc.system': system, ...counts, ...(top !== undefined && {'malloc.top': top})},
			absent: {
				'malloc.in_use': known ? moving : uncounted,
				'malloc.bins': known ? moving : uncounted,
				'malloc.free_chunks': uncounted,
				...(top === undefined && {'malloc.top': moving}),
				...absentCounts(moment),
			},
			...uncertain,
		};
	}
	const {bins, chunks} = freeOf(moment, known.found);
	return {
		values: {
			'malloc.in_use': system - top - bins,
			'malloc.system': system,
			'malloc.bins': bins,
			'malloc.top': top,
			...counts,
			'malloc.free_chunks': chunks,
		},
		...(known.isExact ? {approximate: false} : uncertain),
		...(moment.parameters.mmaps === undefined && {absent: absentCounts(moment)}),
	};
};

// What malloc has of the system is known at any time.
const uncertain = {
	approximate: true,
	uncertain: ['malloc.in_use', 'malloc.bins', 'malloc.free_chunks'],
} as const satisfies Partial<Reading>;

const moving = 'in the middle of a change';
const uncounted = 'its free chunks are still being counted';

const countsOf = ({parameters: {mmappedMem, mmaps}, arenas}: Moment) => ({
	'malloc.mmapped': mmappedMem,
	...(mmaps !== undefined && {'malloc.mmaps': mmaps}),
	'malloc.arenas': arenas.length,
});

const absentCounts = ({parameters: {mmaps}}: Moment): Readonly<Record<string, string>> =>
	mmaps === undefined ? {'malloc.mmaps': 'not found where their limit was changed'} : {};

const topOf = ({arenas}: Moment): number | undefined => {
	let sum = 0;
	for (const {topSize} of arenas) {
		if (topSize === undefined) return undefined;
		sum += topSize;
	}
	return sum;
};

const freeOf = ({arenas}: Moment, {free}: Found): {readonly bins: number; readonly chunks: number} => {
	let [bytes, chunks] = [0, 0];
	for (const arena of arenas) {
		const known = free.get(arena.bins);
		if (!known) continue;
		bytes += freeBytes(known, Math.max(0, chunkBytesOf(arena)));
		chunks += known.chunks;
	}
	return {bins: bytes, chunks};
};

// An arena can have shrunk to less than was found free in it: then the share that was free says more than the bytes.
const freeBytes = ({bytes, of}: Free, now: number): number =>
	bytes <= now ? bytes : Math.floor(now * Math.min(1, bytes / of));
