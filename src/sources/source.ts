import type {Reading} from '../model/reading.ts';
import type {SourceInfo} from '../model/source-info.ts';
import type {Target} from '../model/target.ts';

/**
 * Knows how to read one kind of process, and says which of its metrics is *in use* and which *system*.
 * A new runtime is one file or folder with a value of this type, and one line in `sources/index.ts`;
 * help, legend, table, log header and README list what is declared here.
 */
export type Source = SourceInfo & {
	/**
	 * Opens a probe on the target, or says why that is not possible. Never slow on the sampling path:
	 * whatever takes time happens here, asynchronously.
	 */
	readonly open: (target: Target) => Promise<Probe | Refusal>;
	/** True where a forked process begins with its parent's: the sum of a tree would count what they share twice. */
	readonly isCopiedByFork?: boolean;
};

/** A source opened on one target. */
export type Probe = {
	readonly refused?: undefined;
	/** What it reads, where more is known than the source's own title says; shown instead of that. */
	readonly title?: string;
	/**
	 * Reads the metrics now, synchronously and bounded (a slice of at most 2 ms).
	 * Throws TargetGoneError once the target has ended, and nothing else.
	 */
	readonly read: () => Reading;
	/**
	 * Counts what is resident outside of what `system` counts, by the kernel's own figures for each mapping; its cost grows
	 * with RSS, so it is asked for rarely and never within a tick. Undefined where it cannot be told now; the metric
	 * `outside` is then only reckoned from RSS. Never rejects.
	 */
	readonly outside?: () => Promise<Outside | undefined>;
	readonly close: () => void;
};

/** What is resident outside of `system`. */
export type Outside = {
	/** Bytes. */
	readonly bytes: number;
	/** Milliseconds that counting them took. */
	readonly cost: number;
};

/** Why a source does not read a target. */
export type Refusal = {
	/** One clause without a full stop, for example `Go 1.15 keeps no running totals`. */
	readonly refused: string;
	/** True when the process is of this source's kind, so that the refusal is worth telling. */
	readonly applies: boolean;
	/** What would help, for example `start it under memtop`. */
	readonly help?: string;
};
