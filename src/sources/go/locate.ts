import {ImageError} from '../../platform/linux/image-error.ts';
import {type Image, withLimits} from './image.ts';
import {locateByCode} from './locate-by-code.ts';
import {locateBySignature} from './locate-by-signature.ts';
import {accountsRows, locateBySymbol} from './locate-by-symbol.ts';
import type {Location} from './location.ts';

/** Where the totals are, and rows of six words that may be the end of the accounts. */
export type Located = {readonly location: Location; readonly rows: readonly number[]};

/**
 * Finds the totals in three ways that know nothing of each other. A clause instead where none of them answers, or where
 * those that do disagree: then at least one is wrong, and nobody can tell which.
 */
export const locate = async (image: Image): Promise<Located | string> => {
	const bySymbol = await unlessUnreadable(locateBySymbol(withLimits(image)));
	const byCode = await unlessUnreadable(locateByCode(withLimits(image)));
	const bySignature = await unlessUnreadable(locateBySignature(withLimits(image)));
	const [first, ...others] = [bySymbol, byCode?.location, bySignature].filter(isFound);
	if (first === undefined) return 'the totals of its runtime were not found';
	if (others.some(other => !isSame(first, other)))
		return 'the ways to find the totals of its runtime disagree';
	const named = await unlessUnreadable(accountsRows(withLimits(image)));
	return {location: first, rows: [...(byCode?.rows ?? []), ...(named ?? [])]};
};

const isFound = (location: Location | undefined): location is Location => location !== undefined;

const isSame = (one: Location, other: Location): boolean =>
	one.controller === other.controller && one.totals === other.totals;

// A way that meets an absurd table does not answer; the others may.
const unlessUnreadable = async <Answer>(answer: Promise<Answer>): Promise<Answer | undefined> => {
	try {
		return await answer;
	} catch (error) {
		if (error instanceof ImageError) return undefined;
		throw error;
	}
};
