import test, {type ExecutionContext} from 'ava';
import {accountsSize} from '../../../src/sources/go/accounts.ts';
import {createCollections} from '../../../src/sources/go/collections.ts';

const accounts = {address: 0x20_000, words: 147};
const start = accounts.address + accountsSize(accounts);

// Nanoseconds since 1970, as the runtime keeps them; 0 before the first.
const timeOf = (end: number): bigint => (end === 0 ? 0n : 1_763_791_200_000_000_000n + BigInt(end));

/** The record behind the accounts after so many collections, each a second after the other. */
const recordOf = (count: number, lastEnd = count): Buffer => {
	const record = Buffer.alloc((2 + 256 + 256) * 8 + 4);
	record.writeBigUInt64LE(timeOf(lastEnd), 0);
	for (let number = Math.max(1, count - 255); number <= count; number += 1) {
		record.writeBigUInt64LE(timeOf(number), (2 + 256 + ((number - 1) % 256)) * 8);
	}
	record.writeUInt32LE(count, record.length - 4);
	return record;
};

const countsOf = (records: readonly (Buffer | 'unmapped')[]): readonly (number | undefined)[] => {
	let record: Buffer | 'unmapped' = 'unmapped';
	const readNow = (position: number, into: Buffer): number => {
		if (record === 'unmapped') throw new Error('EIO');
		return record.copy(into, 0, position - start);
	};
	const count = createCollections({memory: {readNow}, accounts});
	return records.map(next => {
		record = next;
		return count();
	});
};

/** Rows: what stands in memory at each reading, and what is told. */
const testCounts = (
	t: ExecutionContext,
	records: readonly (Buffer | 'unmapped')[],
	expected: readonly (number | undefined)[],
) => {
	t.deepEqual(countsOf(records), expected);
};

test('none yet', testCounts, [recordOf(0)], [0]);
test('some', testCounts, [recordOf(7), recordOf(8), recordOf(300)], [7, 8, 300]);
test('more than the record keeps', testCounts, [recordOf(1000)], [1000]);
test('in the middle of an entry', testCounts, [recordOf(7, 8), recordOf(8)], [undefined, 8]);
test('another record', testCounts, [Buffer.alloc(4116, 0xff).fill(7, 0, 8)], [undefined]);
test('cut short', testCounts, [recordOf(7).subarray(0, 100)], [undefined]);
test('no memory there', testCounts, ['unmapped', recordOf(2)], [undefined, 2]);
test('never fewer than before', testCounts, [recordOf(7), recordOf(6), recordOf(9)], [7, undefined, 9]);

test('without accounts', t => {
	t.is(createCollections({memory: {readNow: () => 0}, accounts: undefined})(), undefined);
});
