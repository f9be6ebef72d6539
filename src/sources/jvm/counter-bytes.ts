import {type HeldBytes, readAt} from '../../platform/linux/held-bytes.ts';

/** The bytes of the counters of one JVM, as they are at each reading. */
export type CounterBytes = {
	/** Fills a buffer from their beginning; how many bytes there were, or why there are none any more. */
	readonly readNow: (into: Buffer) => number | Loss;
	/** True where nothing tells when the process executes another program: then only counters that move are current. */
	readonly mayBeOld: boolean;
	readonly close: () => void;
};

/** Why the counters are gone: the process `executed` another program or ended, or has them `unmapped`. */
export type Loss = 'executed' | 'unmapped';

/**
 * The counters by the address at which the process has its hsperfdata file mapped: its memory gives no bytes once it has
 * executed another program, and no other file can be put in the place of this one.
 */
export const countersInMemory = (memory: Pick<HeldBytes, 'readNow'>, address: number): CounterBytes => ({
	readNow: into => lossOr(readAt(memory, address, into)) || 'executed',
	mayBeOld: false,
	close: () => {},
});

/** What tells that a file of counters is still that of the program. */
export type FileWatch = {
	/** False once the process has ended or executed another program, as far as that can be told. */
	readonly isCurrent: () => boolean;
	/** True where only the end of the process can be told. */
	readonly mayBeOld: boolean;
	readonly close: () => void;
};

/** The counters by their file: a JVM that ends removes it, but what is open can be read on. */
export const countersInFile = (
	file: Pick<HeldBytes, 'readNow' | 'close'>,
	{isCurrent, mayBeOld, close}: FileWatch,
): CounterBytes => ({
	readNow: into => {
		const length = readAt(file, 0, into);
		return isCurrent() ? lossOr(length) : 'executed';
	},
	mayBeOld,
	close: () => {
		file.close();
		close();
	},
});

const lossOr = (length: number | undefined): number | 'unmapped' => length ?? 'unmapped';
