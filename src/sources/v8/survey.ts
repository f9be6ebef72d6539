import type {Clock} from '../../model/clock.ts';
import type {HeldBytes} from '../../platform/linux/held-bytes.ts';
import type {NativeProcess} from '../../platform/linux/native-process.ts';
import {readMappings} from '../../platform/linux/process-maps.ts';
import {groupBy} from './group.ts';
import type {Isolate} from './isolate.ts';
import type {Layout} from './layout.ts';
import {locateIsolate} from './locate-isolate.ts';
import {createMemoryView} from './memory-view.ts';
import type {Page} from './page.ts';
import {findPage, findPages, type ScanOptions} from './scan.ts';
import {createSlices} from './slices.ts';

/** What is surveyed. */
export type SurveyOptions = {
	readonly native: Pick<NativeProcess, 'lend'>;
	readonly memory: Pick<HeldBytes, 'readNow'>;
	/** Bytes of a page of the system. */
	readonly pageSize: number;
	readonly clock: Clock;
	/** The layouts that are tried on each heap. */
	readonly layouts: readonly Layout[];
};

/** What was found in the memory of a process. */
export type Survey = {
	/** Ascending by the address of their heaps. */
	readonly isolates: readonly Isolate[];
	/** Pages of all heaps, also of such as are not known; ascending. */
	readonly pages: readonly Page[];
	/** The first page of each heap that none of the layouts fits, the largest heap first. */
	readonly unknown: readonly Page[];
};

/**
 * Looks through the memory of a process for the heaps of V8, in slices; undefined where no mapping begins with a page of
 * one, which is told after a look at each.
 */
export const survey = async ({
	native,
	memory,
	pageSize,
	clock,
	layouts,
}: SurveyOptions): Promise<Survey | undefined> => {
	const mappings = await native.lend('maps', readMappings);
	const view = createMemoryView(memory, mappings);
	const slice = createSlices(clock);
	return native.lend('pagemap', async pagemap => {
		const options: ScanOptions = {view, pagemap, pageSize, slice};
		if ((await findPage(options)) === undefined) return undefined;
		const pages = await findPages(options);
		return {pages, ...(await locateAll(options, pages, layouts))};
	});
};

const locateAll = async (
	{view, slice}: ScanOptions,
	pages: readonly Page[],
	layouts: readonly Layout[],
): Promise<Omit<Survey, 'pages'>> => {
	const heaps = [...groupBy(pages, ({heap}) => heap).values()].slice(0, heapLimit);
	const isolates: Isolate[] = [];
	const unknown: Page[] = [];
	for (const [page] of heaps.toSorted((one, other) => other.length - one.length)) {
		const isolate = page && locateIsolate(view, page, layouts);
		if (isolate) isolates.push(isolate);
		else if (page) unknown.push(page);
		await slice();
	}
	return {isolates: isolates.toSorted((one, other) => one.heap - other.heap), unknown};
};

// More than a process has workers; a hostile one could name as many heaps as it has pages.
const heapLimit = 1024;
