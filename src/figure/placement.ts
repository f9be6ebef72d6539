import {CannotGoOnError} from '../model/cannot-go-on-error.ts';
import {UsageError} from '../model/usage-error.ts';
import type {Range} from '../plot/byte-axis.ts';
import {type Moment, momentText, timeText} from './moment.ts';

/** What of the recordings is asked for. */
export type Asked = {
	readonly from?: Moment | undefined;
	readonly to?: Moment | undefined;
	/**
	 * How several recordings lie to each other; where nothing is said they are drawn by the clock if they fill at least
	 * a quarter of the time that they span, and from their starts if not.
	 */
	readonly align?: 'start' | 'clock' | undefined;
	/** Instead of a time, where they are aligned by their starts: seconds since the first sample of each. */
	readonly sinceStart?: Range | undefined;
};

/** How recordings are placed in the picture. */
export type Placement = {
	/** Unix seconds, or seconds since the first sample of each where they are drawn from their starts. */
	readonly range: Range;
	readonly fromStart: boolean;
	/** Unix seconds: samples outside are left out altogether. */
	readonly only: Range | undefined;
};

/**
 * Where recordings from and to these moments (Unix seconds; at least one of them) are drawn. Throws CannotGoOnError
 * when the range asked for holds none of them, UsageError when it ends before it begins.
 */
export const placementOf = (extents: readonly Range[], asked: Asked): Placement => {
	const whole = spanned(extents);
	refuseReversed(asked, whole.to);
	refuseOutside(asked, whole);
	const limits = limitsOf(asked, whole);
	const fromStart = isFromStart(extents, asked);
	if (fromStart && asked.sinceStart) return {range: asked.sinceStart, fromStart, only: undefined};
	if (!fromStart) return {range: limits, fromStart, only: undefined};
	const lengths = extents.map(({from, to}) => Math.min(to, limits.to) - Math.max(from, limits.from));
	const isLimited = asked.from !== undefined || asked.to !== undefined;
	return {range: {from: 0, to: Math.max(0, ...lengths)}, fromStart, only: isLimited ? limits : undefined};
};

/**
 * Throws UsageError where a range ends before it begins; `end` is the newest sample, Unix seconds, without which only
 * moments of one kind are compared.
 */
export const refuseReversed = ({from, to}: Asked, end = Number.NaN): void => {
	if (from === undefined || to === undefined) return;
	const isMixed = 'at' in from !== 'at' in to;
	const newest = isMixed ? end : 0;
	if (timeOf(from, newest) > timeOf(to, newest))
		throw new UsageError(`expected --from before --to, got ${rangeText({from, to})}`);
};

/** True where both place recordings alike. */
export const isSamePlacement = (one: Placement, other: Placement): boolean =>
	JSON.stringify(one) === JSON.stringify(other);

const spanned = (extents: readonly Range[]): Range => ({
	from: Math.min(...extents.map(({from}) => from)),
	to: Math.max(...extents.map(({to}) => to)),
});

// A moment beyond the samples is the first or the last of them: an axis is not drawn for nothing.
const limitsOf = ({from, to}: Asked, whole: Range): Range => ({
	from: from === undefined ? whole.from : Math.max(whole.from, timeOf(from, whole.to)),
	to: to === undefined ? whole.to : Math.min(whole.to, timeOf(to, whole.to)),
});

const timeOf = (moment: Moment, end: number): number => ('at' in moment ? moment.at : end - moment.beforeEnd);

const refuseOutside = ({from, to}: Asked, whole: Range): void => {
	const isBehind = from !== undefined && timeOf(from, whole.to) > whole.to;
	const isBefore = to !== undefined && timeOf(to, whole.to) < whole.from;
	if (!isBehind && !isBefore) return;
	const samples = `from ${timeText(whole.from)} to ${timeText(whole.to)}`;
	throw new CannotGoOnError(
		`expected a stretch with samples, which are ${samples}, got ${rangeText({from, to})}`,
	);
};

const rangeText = ({from, to}: Asked): string =>
	[from && `--from ${momentText(from)}`, to && `--to ${momentText(to)}`]
		.filter(text => text !== undefined)
		.join(' ');

const isFromStart = (extents: readonly Range[], {align}: Asked): boolean => {
	if (align !== undefined || extents.length < 2) return align === 'start';
	const {from, to} = spanned(extents);
	return extents.reduce((sum, extent) => sum + extent.to - extent.from, 0) < (to - from) / 4;
};
