import type {HeldBytes} from '../../platform/linux/held-bytes.ts';
import type {Mapping} from '../../platform/linux/process-maps.ts';
import type {MemoryView} from './memory-view.ts';
import {descriptionOf, descriptionSize, type Page, pageAlignment, parseApart, parsePage} from './page.ts';
import {createTouchedTest} from './touched.ts';

/** What is searched for pages. */
export type ScanOptions = {
	readonly view: MemoryView;
	/** The `pagemap` file of the process. */
	readonly pagemap: Pick<HeldBytes, 'readNow'>;
	/** Bytes of a page of the system. */
	readonly pageSize: number;
	/** Asked between two places, and waited for, see `createSlices`. */
	readonly slice: () => Promise<void> | undefined;
};

/** The first page that is found; undefined where no mapping begins with one. */
export const findPage = async (options: ScanOptions): Promise<Page | undefined> => {
	const examine = createExaminer(options);
	for (const {start, end} of options.view.mappings.filter(mayHoldPages).slice(0, mappingLimit)) {
		const page = examine(firstPlace(start), end);
		if (page) return page;
		const pause = options.slice();
		if (pause) await pause;
	}
	return undefined;
};

/**
 * All pages of all heaps, ascending. Only the beginnings of pages are read, and of those only what the process has
 * touched. Large objects are stepped over; what else lies in a mapping is given up after some places without a page.
 */
export const findPages = async (options: ScanOptions): Promise<readonly Page[]> => {
	const examine = createExaminer(options);
	const pages: Page[] = [];
	for (const mapping of options.view.mappings.filter(mayHoldPages)) {
		for (const page of pagesIn(mapping, examine)) {
			if (page) pages.push(page);
			if (pages.length >= pageLimit) return pages;
			const pause = options.slice();
			if (pause) await pause;
		}
	}
	return pages;
};

// At each place the page that begins there, or undefined.
function* pagesIn(
	{start, end}: Mapping,
	examine: (place: number, end: number) => Page | undefined,
): Generator<Page | undefined> {
	let misses = 0;
	for (let place = firstPlace(start); place < end && misses < missLimit; ) {
		const page = examine(place, end);
		yield page;
		misses = page ? 0 : misses + 1;
		place = firstPlace(place + (page?.size ?? pageAlignment));
	}
}

// Places in a row without a page in one mapping, 16 MiB.
const missLimit = 64;

// As many mappings as a process can have unless its system was told otherwise, and pages of 64 GiB.
const mappingLimit = 65_536;
const pageLimit = 2 ** 18;

const mayHoldPages = ({isReadable, isWritable, file}: Mapping): boolean =>
	isReadable && isWritable && (file === '' || file.startsWith('[anon'));

const firstPlace = (address: number): number => Math.ceil(address / pageAlignment) * pageAlignment;

/** Tells the page that begins at a place, if there is one before `end`. */
export const createExaminer = ({view, pagemap, pageSize}: Omit<ScanOptions, 'slice'>) => {
	const bytes = Buffer.alloc(descriptionSize);
	const description = Buffer.alloc(descriptionSize);
	const isTouched = createTouchedTest(pagemap, pageSize);
	return (place: number, end: number): Page | undefined => {
		if (place + descriptionSize > end || !isTouched(place) || !view.readInto(place, bytes)) return undefined;
		const page = parsePage(bytes, place);
		if (page) return page;
		const apart = descriptionOf(bytes);
		// Most of what is no page has no pointer there.
		if (!(apart >= 4096 && apart % 8 === 0) || !view.readInto(apart, description)) return undefined;
		return parseApart(description, {start: place, description: apart});
	};
};
