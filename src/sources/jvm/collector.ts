import {wordAt} from '../../platform/linux/words.ts';
import type {Entries} from './entries.ts';

/** Collectors that are told apart, by what users call them. */
export type CollectorName = 'Serial' | 'Parallel' | 'CMS' | 'G1' | 'Shenandoah' | 'ZGC' | 'Epsilon';

/** What the counters of one kind of collection are, as offsets of numbers. */
export type CollectionCounters = {
	readonly kind: 'young' | 'full' | 'pauses';
	readonly invocations: number;
	/** Ticks spent. */
	readonly time: number;
	/** Ticks from the start of the JVM to when the last one began and ended. */
	readonly entry: number;
	readonly exit: number;
};

/** Which collector a JVM uses, by the names it gives; undefined when it is none of those known. */
export const collectorOf = ({texts}: Entries): CollectorName | undefined => {
	const names = indexes.map(index => texts.get(`sun.gc.collector.${index}.name`) ?? '').join(' ');
	const policy = texts.get('sun.gc.policy.name') ?? '';
	const all = `${policy} ${names} `;
	if (names.trim() === '' && policy === '')
		return texts.get('sun.gc.generation.1.name') === 'Heap' ? 'Epsilon' : undefined;
	return patterns.find(([pattern]) => pattern.test(all))?.[1];
};

/** What tells whether a heap is being collected. */
export type CollectionState = {
	readonly collections: readonly CollectionCounters[];
	/** Offset of the text that says why; NaN where there is none. */
	readonly cause: number;
};

/** Finds what tells whether a heap is being collected. */
export const collectionStateIn = (entries: Entries): CollectionState => ({
	collections: collectionsIn(entries),
	cause: entries.textOffsets.get('sun.gc.cause') ?? Number.NaN,
});

/** True while a collection has the program stopped, as far as its own times tell. */
export const isPaused = (bytes: Buffer, {collections}: CollectionState): boolean =>
	collections.some(({entry, exit}) => wordAt(bytes, entry) > wordAt(bytes, exit));

/** True until a collection is done with all that belongs to it, such as counting what is left. */
export const isCaused = (bytes: Buffer, {cause}: CollectionState): boolean =>
	!Number.isNaN(cause) && bytes.toString('latin1', cause, cause + noCause.length) !== noCause;

const noCause = 'No GC';

/** The kinds of collections that a JVM counts. */
const collectionsIn = ({numbers, texts}: Entries): readonly CollectionCounters[] =>
	indexes.flatMap(index => {
		const name = texts.get(`sun.gc.collector.${index}.name`);
		const at = (counter: string): number => numbers.get(`sun.gc.collector.${index}.${counter}`) ?? Number.NaN;
		const counters = {
			invocations: at('invocations'),
			time: at('time'),
			entry: at('lastEntryTime'),
			exit: at('lastExitTime'),
		};
		const isThere = name !== undefined && !Object.values(counters).some(Number.isNaN);
		return isThere ? [{kind: kindOf(name), ...counters}] : [];
	});

const indexes = [0, 1, 2] as const;

// By the names of OpenJDK 8 to 25, the more telling first.
const patterns: readonly (readonly [RegExp, CollectorName])[] = [
	[/Shenandoah/, 'Shenandoah'],
	[/\bZ(GC)? /, 'ZGC'],
	[/GarbageFirst|G1 /, 'G1'],
	[/CMS/, 'CMS'],
	[/ParScav|Parallel|PSScavenge/, 'Parallel'],
	[/Serial|Copy|MSC/, 'Serial'],
];

const kindOf = (name: string): CollectionCounters['kind'] => {
	if (/Shenandoah|concurrent|\bZ(GC)? |CMS/.test(name)) return 'pauses';
	return /full|MSC|Compact|MarkSweep/i.test(name) ? 'full' : 'young';
};
