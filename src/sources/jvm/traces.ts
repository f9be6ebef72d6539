import type {Mapping} from '../../platform/linux/process-maps.ts';

/** What the mappings of a process tell of a JVM in it. */
export type Traces = {
	/** HotSpot runs it; `OpenJ9` publishes no such counters. */
	readonly kind: 'HotSpot' | 'OpenJ9' | undefined;
	/** Where it has its counters; undefined where it has none yet or never will. */
	readonly counters: CounterMapping | undefined;
};

/** A mapping of an hsperfdata file, and the two last parts of its path. */
export type CounterMapping = {
	readonly start: number;
	/** Bytes. */
	readonly size: number;
	/** Folder and name, for example `hsperfdata_jane/4242`. */
	readonly path: string;
	/** True when the file was deleted since. */
	readonly isDeleted: boolean;
};

/**
 * Looks for a JVM among mappings. Its counters carry the pid that it has in its own namespace, and it can write to them:
 * one that only watches others, such as jstat, has theirs mapped to be read.
 */
export const findTraces = (mappings: readonly Mapping[], innerPid: number | undefined): Traces => {
	const kind = mappings.some(({file}) => openJ9Pattern.test(file))
		? 'OpenJ9'
		: mappings.some(({file}) => hotSpotPattern.test(file))
			? 'HotSpot'
			: undefined;
	const counters = mappings.flatMap(mapping => counterMapping(mapping, innerPid));
	return {kind, counters: counters[0]};
};

/** Bytes of the largest file of counters that is read; without -XX:PerfDataMemorySize it has 32 KiB. */
export const counterLimit = 1024 * 1024;

const hotSpotPattern = /\/libjvm\.so( \(deleted\))?$/;
const openJ9Pattern = /\/libj9vm\d*\.so( \(deleted\))?$/;

const counterMapping = (
	{start, end, file, offset, isReadable, isWritable}: Mapping,
	innerPid: number | undefined,
): readonly CounterMapping[] => {
	const [, path = '', number, deleted] = counterPattern.exec(file) ?? [];
	const size = end - start;
	const isOwn = innerPid === undefined || Number(number) === innerPid;
	const isWhole = isReadable && isWritable && offset === 0 && size <= counterLimit;
	return path !== '' && isOwn && isWhole ? [{start, size, path, isDeleted: deleted !== undefined}] : [];
};

const counterPattern = /\/(hsperfdata_[^/]+\/(\d{1,10}))( \(deleted\))?$/;
