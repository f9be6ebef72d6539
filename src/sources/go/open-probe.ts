import type {Clock} from '../../model/clock.ts';
import {programEntry, readAuxiliaryEntry} from '../../platform/linux/auxiliary-entry.ts';
import type {HeldBytes} from '../../platform/linux/held-bytes.ts';
import type {NativeProcess} from '../../platform/linux/native-process.ts';
import {isWritableMemory, type Mapping, readMappings} from '../../platform/linux/process-maps.ts';
import {touchedRanges} from '../../platform/linux/touched-pages.ts';
import type {Probe} from '../source.ts';
import type {Accounts} from './accounts.ts';
import {findAccounts} from './find-accounts.ts';
import {type Image, writableRanges} from './image.ts';
import {locate} from './locate.ts';
import type {Location} from './location.ts';
import {createMomentReader} from './moment.ts';
import {createGoProbe} from './probe.ts';
import type {Program} from './program.ts';
import {totalsSize} from './totals.ts';

/** A Go program, and the process that runs it with its memory. */
export type TotalsOptions = {
	readonly native: NativeProcess;
	readonly memory: HeldBytes;
	readonly program: Program;
	/** Bytes in a page. */
	readonly pageSize: number;
};

/** What a probe is opened with. */
export type OpenOptions = TotalsOptions & {readonly title: string; readonly clock: Clock};

/** A probe on the totals of a process; a clause where they are not found. Throws ImageError. */
export const openGoProbe = async (options: OpenOptions): Promise<Probe | string> => {
	const found = await findTotals(options);
	if (typeof found === 'string') return found;
	const {memory, title, clock, native} = options;
	return createGoProbe({memory, title, clock, virtual: native.virtual, close: native.close, ...found});
};

/** Where the totals of a process are, and the accounts they can be compared with. */
export type FoundTotals = {readonly location: Location; readonly accounts: Accounts | undefined};

/** Finds the totals of a process; a clause where they are not found. Throws ImageError. */
export const findTotals = async (options: TotalsOptions): Promise<FoundTotals | string> => {
	const {native, memory} = options;
	const mappings = await native.lend('maps', readMappings);
	const found = await locate(await imageOf(options, mappings));
	if (typeof found === 'string') return found;
	const {location, rows} = found;
	if (!isWritableMemory(mappings, location.controller, location.totals + totalsSize)) {
		return 'the totals of its runtime lie where it cannot write';
	}
	const readMoment = createMomentReader({memory, virtual: native.virtual, location});
	return {location, accounts: await findAccounts({memory, mappings, rows, readMoment})};
};

const imageOf = async (
	{native, memory, program, pageSize}: TotalsOptions,
	mappings: readonly Mapping[],
): Promise<Image> => {
	const entry = await native.lend('auxv', file => readAuxiliaryEntry(file, programEntry));
	const bias = (entry ?? Number.NaN) - program.header.entry;
	const ranges = writableRanges(program, bias, mappings);
	const data = await native.lend('pagemap', pagemap =>
		Promise.all(ranges.map(range => touchedRanges(pagemap, range, pageSize))),
	);
	return {program, memory, bias, data: data.flat(), virtual: native.virtual() ?? 0};
};
