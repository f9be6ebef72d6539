import {type HeldBytes, isRead} from '../../platform/linux/held-bytes.ts';
import {type Accounts, accountsSize} from './accounts.ts';

/** What collections are counted from. */
export type CollectionsOptions = {
	readonly memory: Pick<HeldBytes, 'readNow'>;
	/** Absent where they were not found: then nothing is counted. */
	readonly accounts: Accounts | undefined;
};

/**
 * Counts the collections since the program started (MemStats.NumGC), which stand behind the accounts, as in
 * runtime/mstats.go from Go 1.19 on: when the last one ended, pauses in all, 256 pauses, when 256 of them ended, and how
 * many there were. Undefined until the newest of those ends is the last one, and where nothing like it is found.
 */
export const createCollections = ({memory, accounts}: CollectionsOptions): (() => number | undefined) => {
	if (accounts === undefined) return () => undefined;
	const start = accounts.address + accountsSize(accounts);
	const record = Buffer.alloc(countOffset + 4);
	const count = record.subarray(countOffset);
	let known: number | undefined;
	return () => {
		const isTold =
			known === undefined
				? isRead(memory, start, record) && isRecord(record)
				: isRead(memory, start + countOffset, count) && countIn(count) >= known;
		known = isTold ? countIn(count) : undefined;
		return known;
	};
};

const kept = 256;
const endsOffset = (2 + kept) * 8;
const countOffset = endsOffset + kept * 8;

const countIn = (count: Buffer): number => count.readUInt32LE(0);

const isRecord = (record: Buffer): boolean => {
	const collections = record.readUInt32LE(countOffset);
	const newest = endsOffset + ((collections + kept - 1) % kept) * 8;
	return record.subarray(0, 8).equals(record.subarray(newest, newest + 8));
};
