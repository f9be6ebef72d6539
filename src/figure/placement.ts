import {CannotGoOnError} from '../model/cannot-go-on-error.ts';
import type {Range} from '../plot/byte-axis.ts';
import {lastTime} from '../plot/local-time.ts';

/** A moment: Unix seconds, or seconds before the newest sample of all. */
export type Moment = {readonly at: number} | {readonly beforeEnd: number};

/** What of the recordings is asked for. */
export type Asked = {
	readonly from?: Moment | undefined;
	readonly to?: Moment | undefined;
	/**
	 * How several recordings lie to each other; where nothing is said they are drawn by the clock if they fill at least
	 * a quarter of the time that they span, and from their starts if not.
	 */
	readonly align?: 'start' | 'clock' | undefined;
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
 * when the range asked for holds none of them.
 */
export const placementOf = (extents: readonly Range[], asked: Asked): Placement => {
	const whole = spanned(extents);
	const limits = limitsOf(asked, whole);
	refuseEmpty(limits, whole);
	const fromStart = isFromStart(extents, asked);
	if (!fromStart) return {range: limits, fromStart, only: undefined};
	const lengths = extents.map(({from, to}) => Math.min(to, limits.to) - Math.max(from, limits.from));
	const isLimited = asked.from !== undefined || asked.to !== undefined;
	return {range: {from: 0, to: Math.max(0, ...lengths)}, fromStart, only: isLimited ? limits : undefined};
};

/** True where both place recordings alike. */
export const isSamePlacement = (one: Placement, other: Placement): boolean =>
	JSON.stringify(one) === JSON.stringify(other);

const spanned = (extents: readonly Range[]): Range => ({
	from: Math.min(...extents.map(({from}) => from)),
	to: Math.max(...extents.map(({to}) => to)),
});

const limitsOf = ({from, to}: Asked, whole: Range): Range => ({
	from: from === undefined ? whole.from : Math.max(0, timeOf(from, whole)),
	to: to === undefined ? whole.to : Math.min(lastTime, timeOf(to, whole)),
});

// More than there is back from the end is all that there is.
const timeOf = (moment: Moment, whole: Range): number =>
	'at' in moment ? moment.at : Math.max(whole.from, whole.to - moment.beforeEnd);

const refuseEmpty = (limits: Range, whole: Range): void => {
	if (limits.from <= limits.to && limits.from <= whole.to && limits.to >= whole.from) return;
	throw new CannotGoOnError(
		`expected a stretch with samples, which are from ${whole.from} to ${whole.to}, got ${limits.from} to ${limits.to}`,
	);
};

const isFromStart = (extents: readonly Range[], {align}: Asked): boolean => {
	if (align !== undefined || extents.length < 2) return align === 'start';
	const {from, to} = spanned(extents);
	return extents.reduce((sum, extent) => sum + extent.to - extent.from, 0) < (to - from) / 4;
};
