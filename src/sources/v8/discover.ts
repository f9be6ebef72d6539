import {setTimeout} from 'node:timers/promises';
import {readMappings} from '../../platform/linux/process-maps.ts';
import {discoverLayout} from './discover-layout.ts';
import type {Isolate} from './isolate.ts';
import type {Layout} from './layout.ts';
import {locateIsolate} from './locate-isolate.ts';
import {createMemoryView, type MemoryView} from './memory-view.ts';
import {type Page, pageAlignment} from './page.ts';
import {createIsolateReader} from './read-isolate.ts';
import {createExaminer, findPages} from './scan.ts';
import {createSlices} from './slices.ts';
import type {SurveyOptions} from './survey.ts';
import {touchedOnly} from './touched.ts';

/** A layout that was found, and the isolates that have it, ascending by the address of their heaps. */
export type Discovery = {readonly layout: Layout; readonly isolates: readonly Isolate[]};

/** Where it is looked for. */
export type DiscoverOptions = Omit<SurveyOptions, 'layouts'> & {
	/** True where the version is known to give back its allocation areas for every collection. */
	readonly isProven: boolean;
	/** How many times at most. */
	readonly attempts?: number | undefined;
};

/**
 * Finds the layout of a version of V8 that is not known, by heaps of which a page is given each; some times, since it needs
 * a moment without a collection. Where it is not proven that the version gives back its allocation areas for one, all that is
 * read by the layout is a best effort. Undefined where that does not succeed in a part of a second.
 */
export const discover = async (
	options: DiscoverOptions,
	heaps: readonly Page[],
): Promise<Discovery | undefined> => {
	const begun = options.clock.monotonic();
	// Pages that describe themselves are older than allocators, without whose areas a collection would not be seen.
	const candidates = heaps.filter(({kind}) => kind !== 'in the page').slice(0, heapLimit);
	if (candidates.length === 0) return undefined;
	for (let attempt = 0; attempt < (options.attempts ?? mostAttempts); attempt += 1) {
		if (attempt > 0) await setTimeout(pause);
		const page = candidates[attempt % candidates.length];
		const found = page && (await attemptAt(options, page, heaps));
		if (found || options.clock.monotonic() - begun > timeLimit) return found;
	}
	return undefined;
};

// The main isolate, and workers that may be at rest while that is not.
const heapLimit = 3;
const mostAttempts = 12;

// Milliseconds: after so many no other attempt is made, and between two of them.
const timeLimit = 70;
const pause = 4;

const attemptAt = async (
	{native, memory, pageSize, clock, isProven}: DiscoverOptions,
	page: Page,
	heaps: readonly Page[],
): Promise<Discovery | undefined> => {
	const mappings = await native.lend('maps', readMappings);
	return native.lend('pagemap', async pagemap => {
		const whole = createMemoryView(memory, mappings);
		const scan = {view: whole, pagemap, pageSize, slice: createSlices(clock)};
		const view = touchedOnly(whole, pagemap, pageSize);
		const examine = createExaminer(scan);
		const found = await discoverLayout({
			...page,
			view,
			findPages: () => findPages(scan),
			pageAt: address => examine(address, address + pageAlignment),
		});
		if (!found) return undefined;
		const layout = isProven ? found : {...found, isUnproven: true};
		const isolates = locateIn(view, heaps, layout);
		const isolate = isolates.find(({heap}) => heap === page.heap);
		const reading = isolate && createIsolateReader(memory, isolate)();
		return reading?.state === 'whole' ? {layout, isolates} : undefined;
	});
};

const locateIn = (view: MemoryView, heaps: readonly Page[], layout: Layout): readonly Isolate[] =>
	heaps
		.flatMap(page => locateIsolate(view, page, [layout]) ?? [])
		.toSorted((one, other) => one.heap - other.heap);
