import {type Field, moved} from '../field.ts';

/** Bytes of an image, and the numbers in it that a case may change. */
export type Part = {readonly bytes: Buffer; readonly fields: readonly Field[]};

/** Where the totals stand in the gcController made here, as in Go 1.21 and later. */
export const totalsOffset = 272;

/** Words of a generation of the accounts made here, as in Go 1.21. */
export const generationWords = 147;

/** Totals that contradict nothing, in bytes. */
export const plainTotals = {
	heapInUse: 6 * 1024 ** 2,
	heapReleased: 2 * 1024 ** 2,
	heapFree: 1024 ** 2,
	totalAlloc: 50_000_000,
	totalFree: 44_000_000,
	mappedReady: 9 * 1024 ** 2,
} as const;

type Heap = Readonly<Record<'heapInUse' | 'heapReleased' | 'heapFree', number>>;

/** A gcController with these totals. */
export const controllerPart = (
	totals: Readonly<Record<keyof typeof plainTotals, number>> = plainTotals,
): Part => {
	const bytes = Buffer.alloc(512);
	const fields: Field[] = [];
	const put = (name: string, offset: number, value: number | bigint): void => {
		bytes.writeBigUInt64LE(BigInt(value), offset);
		fields.push({name, offset, size: 8, isHeader: name === 'minimum'});
	};
	bytes.writeInt32LE(100, 0);
	for (const offset of [0, 4]) fields.push({name: 'percent', offset, size: 4, isHeader: true});
	put('limit', 8, 2n ** 63n - 1n);
	put('minimum', 16, 4 * 1024 ** 2);
	const marked = 5_000_000;
	put('goal', totalsOffset - 200, marked + marked + 30_000 + 20_000);
	put('stacks', totalsOffset - 144, 30_000);
	put('globals', totalsOffset - 128, 20_000);
	put('marked', totalsOffset - 120, marked);
	Object.entries(totals).forEach(([name, value], index) => {
		put(name, totalsOffset + index * 8, value);
	});
	return {bytes, fields};
};

/** Accounts of a heap like that of these totals, with as much apart from the heap as fits the plain ones. */
export const accountsPart = ({heapInUse, heapReleased, heapFree}: Heap = plainTotals): Part => {
	const bytes = Buffer.alloc(3 * generationWords * 8 + 16 + 6 * 8);
	const fields: Field[] = [];
	const put = (name: string, word: number, value: number): void => {
		bytes.writeBigInt64LE(BigInt(value), word * 8);
		fields.push({name, offset: word * 8, size: 8});
	};
	put('committed', 0, heapInUse + heapFree + 500_000 - 8192);
	put('committed', generationWords, 8192);
	put('released', 1, heapReleased + 4096);
	put('released', generationWords + 1, -4096);
	put('inHeap', 2, heapInUse - 8192);
	put('inHeap', 2 * generationWords + 2, 8192);
	put('inStacks', 3, 500_000);
	const system = plainTotals.mappedReady - plainTotals.heapInUse - plainTotals.heapFree - 500_000;
	for (let index = 0; index < 6; index += 1) {
		put('system', 3 * generationWords + 2 + index, index === 0 ? system - 5000 : 1000);
	}
	return {bytes, fields};
};

/** Parts one behind the other in so many bytes, each at its offset. */
export const joined = (length: number, parts: Readonly<Record<number, Part>>): Part => {
	const bytes = Buffer.alloc(length);
	const placed = Object.entries(parts).map(([offset, part]) => ({offset: Number(offset), part}));
	for (const {offset, part} of placed) part.bytes.copy(bytes, offset);
	return {bytes, fields: placed.flatMap(({offset, part}) => moved(part.fields, offset))};
};
