import type {Clock} from '../../model/clock.ts';
import type {Range} from '../../platform/linux/byte-source.ts';
import type {NativeProcess} from '../../platform/linux/native-process.ts';
import {countResident} from '../../platform/linux/resident.ts';
import type {Outside} from '../source.ts';
import type {Isolates} from './isolates.ts';
import type {Page} from './page.ts';
import type {Survey} from './survey.ts';

/** What is counted outside of. */
export type OutsideOptions = {
	readonly native: Pick<NativeProcess, 'lend'>;
	readonly search: () => Promise<Survey | undefined>;
	readonly isolates: Pick<Isolates, 'heaps' | 'total'>;
	/** Bytes of a page of the system. */
	readonly pageSize: number;
	readonly clock: Clock;
};

/** Counts what is resident outside of the pages of all isolates; see `Probe.outside`. */
export const createOutside =
	({native, search, isolates, pageSize, clock}: OutsideOptions) =>
	async (): Promise<Outside | undefined> => {
		const begun = clock.monotonic();
		try {
			const found = await search();
			if (found === undefined) return undefined;
			const heaps = isolates.heaps();
			const ranges = rangesOf(found.pages.filter(({heap}) => heaps.has(heap)));
			const resident = await countResident(native, ranges, pageSize);
			if (resident === undefined) return undefined;
			// Pages that V8 took out of the heap and keeps for later look as if they were still in it.
			const within = Math.min(resident.within, isolates.total());
			return {bytes: resident.all - within, cost: clock.monotonic() - begun};
		} catch {
			return undefined;
		}
	};

/** Where pages lie, apart from each other: what a page claims of the next one is not its own. */
export const rangesOf = (pages: readonly Page[]): readonly Range[] =>
	pages.map(({start, size}, index) => ({
		start,
		end: Math.min(start + size, pages[index + 1]?.start ?? Number.POSITIVE_INFINITY),
	}));
