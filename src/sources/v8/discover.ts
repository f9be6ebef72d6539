import {setTimeout} from 'node:timers/promises';
import {readMappings} from '../../platform/linux/process-maps.ts';
import {discoverLayout} from './discover-layout.ts';
import type {Isolate} from './isolate.ts';
import type {Layout} from './layout.ts';
import {locateIsolate} from './locate-isolate.ts';
import {createMemoryView, type MemoryView} from './memory-view.ts';
import type {Page} from './page.ts';
import {createIsolateReader} from './read-isolate.ts';
import {findPages} from './scan.ts';
import {createSlices} from './slices.ts';
import type {SurveyOptions} from './survey.ts';
import {touchedOnly} from './touched.ts';

/** A layout that was found, and the isolates that have it, ascending by the address of their heaps. */
export type Discovery = {readonly layout: Layout; readonly isolates: readonly Isolate[]};

/**
 * Finds the layout of a version of V8 that is not known, by heaps of which a page is given each; some times, since it needs
 * a moment without a collection. Where it is not proven that the version gives back its allocation areas for one, all that is
 * read by the layout is a best effort. Undefined where that does not succeed in a part of a second.
 */
export const discover = async (
	options: Omit<SurveyOptions, 'layouts'>,
	heaps: readonly Page[],
	isProven: boolean,
): Promise<Discovery | undefined> => {
	const begun = options.clock.monotonic();
	// Pages that describe themselves are older than allocators, without whose areas a collection would not be seen.
	const candidates = heaps.filter(({kind}) => kind !== 'in the page').slice(0, heapLimit);
	if (candidates.length === 0) return undefined;
	for (let attempt = 0; attempt < attempts; attempt += 1) {
		const page = candidates[attempt % candidates.length];
		const found = page && (await attemptAt({...options, isProven}, page, heaps));
		if (found || options.clock.monotonic() - begun > timeLimit) return found;
		await setTimeout(pause);
	}
	return undefined;
};

// The main isolate, and workers that may be at rest while that is not.
const heapLimit = 3;
const attempts = 12;

// Milliseconds: after so many no other attempt is made, and between two of them.
const timeLimit = 100;
const pause = 4;

type Attempt = Omit<SurveyOptions, 'layouts'> & {readonly isProven: boolean};

const attemptAt = async (
	{native, memory, pageSize, clock, isProven}: Attempt,
	page: Page,
	heaps: readonly Page[],
): Promise<Discovery | undefined> => {
	const mappings = await native.lend('maps', readMappings);
	return native.lend('pagemap', async pagemap => {
		const whole = createMemoryView(memory, mappings);
		const scan = {view: whole, pagemap, pageSize, slice: createSlices(clock)};
		const view = touchedOnly(whole, pagemap, pageSize);
		const found = await discoverLayout({...page, view, findPages: () => findPages(scan)});
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
