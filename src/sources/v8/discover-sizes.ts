import {halfWordAt, wordAt} from '../../platform/linux/words.ts';
import {type Layout, spaceFields, spaceIds} from './layout.ts';
import {type Page, pageAlignment} from './page.ts';

/** A space as it is now, and its pages. */
export type OwnedSpace = {
	readonly id: number;
	/** The beginning of the object. */
	readonly bytes: Buffer;
	readonly pages: readonly Page[];
	/** True when the pages are all that it has, and what it has did not change while they were searched for. */
	readonly isWhole: boolean;
};

/** Bytes of a space that its numbers are searched in. */
export const spaceBytes = 0xc0;

/**
 * Finds where spaces of an unknown version have their sizes: paged ones behind what one page can hold and what all of
 * theirs can, those for large objects behind the number of their pages. What stands there must be what the pages of at
 * least two paged spaces and of one for large objects add up to, and every other space must look like one of the two.
 */
export const findSizes = (
	all: readonly OwnedSpace[],
): Pick<Layout, 'pagedSize' | 'largeSize' | 'firstLarge'> | undefined => {
	const spaces = all.filter(({id}) => id > spaceIds.new);
	const pagedSize = onlyOffset(spaces, isPagedSum, 2);
	const largeSize = onlyOffset(spaces, isLargeSum, 1);
	if (pagedSize === undefined || largeSize === undefined) return undefined;
	const paged = spaces.filter(space => isPaged(space, pagedSize)).map(({id}) => id);
	const large = spaces.filter(space => isLarge(space, largeSize)).map(({id}) => id);
	const firstLarge = Math.min(...large);
	const isParted = paged.length + large.length === spaces.length && Math.max(...paged) < firstLarge;
	const isWhole = isParted && [spaceIds.old, spaceIds.code].every(id => paged.includes(id));
	return isWhole ? {pagedSize, largeSize, firstLarge} : undefined;
};

type Test = (space: OwnedSpace, offset: number) => boolean;

// The offset that fits so many spaces at least, where no other fits any.
const onlyOffset = (spaces: readonly OwnedSpace[], test: Test, least: number): number | undefined => {
	const whole = spaces.filter(({isWhole, pages}) => isWhole && pages.length > 0);
	const fitting = offsets.filter(offset => whole.some(space => test(space, offset)));
	const [only] = fitting;
	if (only === undefined || fitting.length > 1) return undefined;
	return whole.filter(space => test(space, only)).length >= least ? only : undefined;
};

// Of a size: three words behind the beginning of what is known of every space.
const offsets = Array.from(
	{length: (spaceBytes - spaceFields.size) / 8 - 4},
	(_, index) => spaceFields.size + 24 + index * 8,
);

const isPagedSum: Test = (space, offset) => {
	const {bytes, pages} = space;
	const usual = Math.max(...pages.slice(0, 16).map(({areaSize}) => areaSize));
	return (
		isPaged(space, offset) &&
		wordAt(bytes, offset - 24) === usual &&
		wordAt(bytes, offset - 16) === sum(pages, ({areaSize}) => areaSize) &&
		wordAt(bytes, offset) === sum(pages, ({allocated}) => allocated)
	);
};

const isPaged: Test = ({bytes}, offset) => {
	const area = wordAt(bytes, offset - 24);
	const capacity = wordAt(bytes, offset - 16);
	const isArea = area > pageAlignment / 2 && area <= pageAlignment && area % 8 === 0;
	const isOrdered = wordAt(bytes, offset) <= capacity && capacity <= wordAt(bytes, offset - 8);
	return isArea && isOrdered && capacity <= wordAt(bytes, spaceFields.committed);
};

const isLargeSum: Test = (space, offset) =>
	isLarge(space, offset) &&
	halfWordAt(space.bytes, offset - 8) === space.pages.length &&
	wordAt(space.bytes, offset) === sum(space.pages, ({allocated}) => allocated);

const isLarge: Test = ({bytes}, offset) => {
	const size = wordAt(bytes, offset - 16);
	const pages = halfWordAt(bytes, offset - 8);
	const isWhole = size === wordAt(bytes, spaceFields.committed) && pages > 0 === size > 0;
	return isWhole && pages * 4096 <= size && wordAt(bytes, offset) <= size;
};

const sum = (pages: readonly Page[], bytesOf: (page: Page) => number): number =>
	pages.reduce((total, page) => total + bytesOf(page), 0);
