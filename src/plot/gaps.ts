import type {Range} from './byte-axis.ts';
import {type Points, strokesOf} from './points.ts';

/** The stretches of x between samples that none of the curves crosses, and that are more than `narrowest` long. */
export const gapsIn = (curves: readonly Points[], narrowest: number): Range[] => {
	const gaps: Range[] = [];
	let end = Number.POSITIVE_INFINITY;
	for (const {from, to} of curves.flatMap(crossed).sort((one, other) => one.from - other.from)) {
		if (from - end > narrowest) gaps.push({from: end, to: from});
		end = end === Number.POSITIVE_INFINITY ? to : Math.max(end, to);
	}
	return gaps;
};

const crossed = (curve: Points): Range[] =>
	strokesOf(curve).map(([start, end]) => ({
		from: curve.x[start] ?? Number.NaN,
		to: curve.x[end - 1] ?? Number.NaN,
	}));
