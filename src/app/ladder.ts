const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Seconds that a chart can span, ascending. */
export const windows = [
	1,
	2,
	5,
	10,
	30,
	minute,
	2 * minute,
	5 * minute,
	10 * minute,
	30 * minute,
	hour,
	3 * hour,
	6 * hour,
	12 * hour,
	day,
	2 * day,
	7 * day,
	14 * day,
	30 * day,
	90 * day,
	365 * day,
] as const;

/** Seconds between samples that the keys step through, ascending. */
export const intervals = [
	0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300, 600, 3600,
] as const;

/** The next step of a ladder from `value`, up (1) or down (-1); the end of the ladder when there is none. */
export const step = (ladder: readonly number[], value: number, by: -1 | 1): number => {
	const next = by > 0 ? ladder.find(rung => rung > value) : ladder.findLast(rung => rung < value);
	return next ?? (by > 0 ? ladder.at(-1) : ladder[0]) ?? value;
};

/** The lowest rung that is not below `value`; the highest when all are. */
export const rungFor = (ladder: readonly number[], value: number): number =>
	ladder.find(rung => rung >= value) ?? ladder.at(-1) ?? value;
