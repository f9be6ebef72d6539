/** What the stamps of a log count; Unix seconds but in some logs of other programs. */
export type StampUnit = 'seconds' | 'milliseconds' | 'microseconds' | 'nanoseconds';

/** The unit of the stamps of a plain log, by its first: Unix seconds stay below 1e11 until the year 5138. */
export const stampUnitOf = (stamp: number): StampUnit => {
	if (stamp >= 1e17) return 'nanoseconds';
	if (stamp >= 1e14) return 'microseconds';
	return stamp >= 1e11 ? 'milliseconds' : 'seconds';
};

/** How many of each unit are a second. */
export const perSecond = {
	seconds: 1,
	milliseconds: 1e3,
	microseconds: 1e6,
	nanoseconds: 1e9,
} as const satisfies Readonly<Record<StampUnit, number>>;

/** Unix seconds of the end of the year 9999; what is stamped later is no sample. */
export const endOfTime = 253_402_300_800;
