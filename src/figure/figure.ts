import {spanOf} from '../log/span.ts';
import {defaultSize, type Size} from '../plot/layout.ts';
import type {Picture} from '../plot/picture.ts';
import {columnsOf, pictureOf} from '../plot/picture-of.ts';
import {finer} from '../plot/pixel-columns.ts';
import type {Recorded} from '../plot/recorded.ts';
import {type Asked, isSamePlacement, type Placement, placementOf, refuseReversed} from './placement.ts';
import {progressOf, type Tell} from './progress-of.ts';
import {type Choice, type Found, readRecordings} from './read-recordings.ts';
import {refuseWithoutSamples} from './refuse.ts';

/** Which logs, and what of them. */
export type FigureOptions = Asked & {
	readonly paths: readonly string[];
	/** Of all of the logs, or of each of them; all recordings if not said. */
	readonly choice?: Choice | readonly Choice[] | undefined;
	readonly size?: Size | undefined;
	/** Into how many parts a pixel is divided: 1 for a renderer that draws whole pixels, more for finer ones. */
	readonly fineness?: number | undefined;
	readonly signal?: AbortSignal | undefined;
	/** Told again and again how much is read. */
	readonly tell?: Tell | undefined;
};

/** The picture of some logs, and what was found in them. */
export type Figure = {
	readonly picture: Picture;
	readonly drawn: readonly Recorded[];
	/** In the order of the paths. */
	readonly found: readonly Found[];
};

/**
 * Reads logs and composes their picture, in one pass where their first and last stamps tell what time they span, in two
 * where not, and in bounded memory; undefined when it was ended early. Throws LogError when one cannot be read,
 * CannotGoOnError when nothing in them can be drawn, UsageError for a range that ends before it begins.
 */
export const readFigure = async (options: FigureOptions): Promise<Figure | undefined> => {
	refuseReversed(options);
	const guess = await guessedPlacement(options);
	const first = await readAll(options, guess);
	if (options.signal?.aborted) return undefined;
	await refuseWithoutSamples(options.paths, first);
	const placement = placementOf(extentsOf(first), options);
	const isRight = isSamePlacement(placement, guess);
	const before = {found: first, isOfSame: isSame(placement.only, guess.only)};
	const found = isRight ? first : await readAll(options, placement, before);
	if (options.signal?.aborted) return undefined;
	const drawn = found.flatMap(({recorded}) => recorded);
	const {size = defaultSize} = options;
	const utcOffset = utcOffsetAt(placement.fromStart ? Date.now() / 1000 : placement.range.to);
	const view = {...placement, size, utcOffset, now: Date.now() / 1000};
	return {picture: pictureOf(drawn, view), drawn, found};
};

/** Minutes east of UTC of the local time at a moment, Unix seconds. */
export const utcOffsetAt = (time: number): number => {
	const offset = -new Date(time * 1000).getTimezoneOffset();
	return Number.isNaN(offset) ? 0 : offset;
};

const guessedPlacement = async (options: FigureOptions): Promise<Placement> => {
	const spans = await Promise.all(options.paths.map(path => spanOf(path)));
	const known = spans.flatMap(span => (span ? [{from: span.first, to: span.last}] : []));
	try {
		return placementOf(known, options);
	} catch {
		// What is wrong with the range is said when it is known.
		return {range: {from: 0, to: 1}, fromStart: false, only: undefined};
	}
};

/** What a first pass found; `isOfSame` where the second draws the same recordings, only in another place. */
type Before = {readonly found: readonly Found[]; readonly isOfSame: boolean};

const isSame = (one: Placement['only'], other: Placement['only']): boolean =>
	one?.from === other?.from && one?.to === other?.to;

const readAll = async (
	options: FigureOptions,
	{range, fromStart, only}: Placement,
	before?: Before,
): Promise<Found[]> => {
	const {size = defaultSize, fineness = 1, choice = 'all'} = options;
	const {signal = new AbortController().signal} = options;
	const placing = {columns: finer(columnsOf({range, size}), fineness), fromStart, only};
	const progress = await progressOf(options.paths, options.tell);
	const found: Found[] = [];
	for (const [index, path] of options.paths.entries()) {
		const known = before?.found[index];
		// What was written since the first pass could make a third one necessary.
		const until = known?.position.offset;
		const since = before?.isOfSame ? known?.since : undefined;
		const own = typeof choice === 'object' ? (choice[index] ?? 'all') : choice;
		const one = await readRecordings(path, own, {placing, until, since, signal, tell: progress.in(index)});
		// What it says beside the recordings that are drawn is of a part only.
		found.push(known ? {...known, recorded: one.recorded} : one);
	}
	return found;
};

const extentsOf = (found: readonly Found[]) =>
	found.flatMap(({recorded}) => recorded.flatMap(({extent}) => (extent ? [extent] : [])));
