import {setTimeout} from 'node:timers/promises';
import {readMappings} from '../../platform/linux/process-maps.ts';
import {discoverLayout} from './discover-layout.ts';
import type {Layout} from './layout.ts';
import {locateIsolate} from './locate-isolate.ts';
import {createMemoryView} from './memory-view.ts';
import type {Page} from './page.ts';
import {createIsolateReader} from './read-isolate.ts';
import {findPages} from './scan.ts';
import {createSlices} from './slices.ts';
import type {SurveyOptions} from './survey.ts';
import {touchedOnly} from './touched.ts';

/**
 * Finds the layout of a version of V8 that is not known, by heaps whose first pages are given; some times, since it needs a
 * moment without a collection. Undefined where that does not succeed in a part of a second.
 */
export const discover = async (
	options: Omit<SurveyOptions, 'layouts'>,
	heaps: readonly Page[],
): Promise<Layout | undefined> => {
	const begun = options.clock.monotonic();
	// Pages that describe themselves are older than allocators, without whose areas a collection would not be seen.
	const candidates = heaps.filter(({kind}) => kind !== 'in the page').slice(0, heapLimit);
	if (candidates.length === 0) return undefined;
	for (let attempt = 0; attempt < attempts; attempt += 1) {
		const page = candidates[attempt % candidates.length];
		const layout = page && (await attemptAt(options, page));
		if (layout || options.clock.monotonic() - begun > timeLimit) return layout;
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

const attemptAt = async (
	{native, memory, pageSize, clock}: Omit<SurveyOptions, 'layouts'>,
	page: Page,
): Promise<Layout | undefined> => {
	const mappings = await native.lend('maps', readMappings);
	return native.lend('pagemap', async pagemap => {
		const whole = createMemoryView(memory, mappings);
		const scan = {view: whole, pagemap, pageSize, slice: createSlices(clock)};
		const view = touchedOnly(whole, pagemap, pageSize);
		const layout = await discoverLayout({...page, view, findPages: () => findPages(scan)});
		const isolate = layout && locateIsolate(view, page, [layout]);
		const reading = isolate && createIsolateReader(memory, isolate)();
		return reading?.state === 'whole' ? layout : undefined;
	});
};
