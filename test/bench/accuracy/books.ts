import type {Target} from '../../../src/model/target.ts';
import {type NativeProcess, openNativeProcess} from '../../../src/platform/linux/native-process.ts';
import {createProc} from '../../../src/platform/linux/proc.ts';
import {type Accounts, accountsSize, takenBy} from '../../../src/sources/go/accounts.ts';
import {createMomentReader} from '../../../src/sources/go/moment.ts';
import {findTotals} from '../../../src/sources/go/open-probe.ts';
import {readProgram} from '../../../src/sources/go/program.ts';
import {sysOf, type Totals} from '../../../src/sources/go/totals.ts';

/** Both sets of books that a Go runtime keeps, read one right after the other. */
export type Books = {
	/** Whether they agree to the byte, on what the runtime checks itself: heap, memory given back, Sys, objects. */
	readonly areEqual: () => boolean;
	readonly close: () => void;
};

/** Opens both. Rejects when one of them is not found. */
export const openBooks = async (target: Target): Promise<Books> => {
	const proc = createProc();
	const native = await openNativeProcess(proc, target);
	const {memory, location, accounts} = await find(native, proc.units().pageSize);
	const readMoment = createMomentReader({memory, virtual: native.virtual, location});
	const bytes = Buffer.alloc(accountsSize(accounts));
	return {
		areEqual: () => {
			memory.readNow(accounts.address, bytes);
			const moment = readMoment();
			return typeof moment !== 'string' && doAgree(bytes, accounts, moment.totals);
		},
		close: native.close,
	};
};

const find = async (native: NativeProcess, pageSize: number) => {
	const {memory} = native;
	const program = native.program && (await readProgram(native.program));
	if (memory === undefined || program === undefined || typeof program === 'string') {
		throw new Error('expected a Go program that may be read');
	}
	const found = await findTotals({native, memory, program, pageSize});
	if (typeof found === 'string' || found.accounts === undefined)
		throw new Error('expected accounts, found none');
	return {memory, location: found.location, accounts: found.accounts};
};

const doAgree = (bytes: Buffer, accounts: Accounts, totals: Totals): boolean => {
	const isTaken = takenBy(bytes, accounts, totals) === sysOf(totals);
	const [allocated, freed] = objects(bytes, accounts);
	return isTaken && allocated === totals.totalAlloc && freed === totals.totalFree;
};

// Bytes of objects allocated and freed, by their counts in each class of size; see sizeclasses.go of the runtime.
const objects = (bytes: Buffer, {words}: Accounts): readonly [number, number] => {
	const largeAlloc = words - 2 * (sizes.length + 2);
	const largeFree = words - sizes.length - 2;
	const bytesFrom = (large: number): number =>
		sizes.reduce(
			(sum, size, index) => sum + size * wordIn(bytes, words, large + 2 + index),
			wordIn(bytes, words, large),
		);
	return [bytesFrom(largeAlloc), bytesFrom(largeFree)];
};

const wordIn = (bytes: Buffer, words: number, word: number): number =>
	[0, 1, 2].reduce(
		(sum, generation) => sum + Number(bytes.readBigInt64LE((generation * words + word) * 8)),
		0,
	);

const sizes = [
	0, 8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384, 416,
	448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200,
	3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384,
	18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768,
] as const;
