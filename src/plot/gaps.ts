import type {Range} from './byte-axis.ts';
import type {Points} from './points.ts';

/** The stretches of x between two samples that have a break between them and lie more than `narrowest` apart. */
export const gapsIn = ({x, y}: Points, narrowest: number): Range[] => {
	const gaps: Range[] = [];
	let last = Number.NaN;
	let isBroken = false;
	for (let row = 0; row < x.length; row += 1) {
		if (Number.isNaN(y[row])) {
			isBroken = true;
			continue;
		}
		const place = x[row] ?? Number.NaN;
		if (isBroken && place - last > narrowest) gaps.push({from: last, to: place});
		isBroken = false;
		last = place;
	}
	return gaps;
};
