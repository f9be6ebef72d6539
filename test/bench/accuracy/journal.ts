import {percentile} from '../statistics.ts';

/** What an isolate wrote down: nanoseconds before and after it asked for its statistics, and what they said, in bytes. */
export type Journal = readonly (readonly [before: number, after: number, used: number, total: number])[];

/** The least and the most that something can have been. */
export type Bounds = {readonly low: number; readonly high: number};

/** What all isolates together can have used and had between two points in time, by what they wrote down around those. */
export const bracketsOf = (journals: readonly Journal[]) => {
	const brackets = journals.map(bracketsIn);
	return (begun: number, ended: number): {readonly used: Bounds; readonly total: Bounds} => {
		const found = brackets.map(bracketOf => bracketOf(begun, ended));
		return {used: sum(found.map(({used}) => used)), total: sum(found.map(({total}) => total))};
	};
};

const bracketsIn = (journal: Journal) => {
	// How much is allocated at most from one line to the next.
	const steps = journal.slice(1).map(([, , used], index) => used - (journal[index]?.[2] ?? used));
	const step = percentile(
		steps.filter(value => value > 0),
		0.999,
	);
	return (begun: number, ended: number): {readonly used: Bounds; readonly total: Bounds} => {
		const first = journal.findLast(([, after]) => after <= begun);
		const last = journal.find(([before]) => before >= ended);
		if (!first || !last) throw new Error('expected a line before and after each sample');
		const lines = journal.slice(journal.indexOf(first), journal.indexOf(last) + 1);
		const [used, total] = [lines.map(line => line[2]), lines.map(line => line[3])];
		const isCollected = used.some((value, index) => index > 0 && value < (used[index - 1] ?? value));
		// It may have grown beyond both before a collection made it smaller.
		const extra = isCollected ? step : 0;
		return {
			used: {low: Math.min(...used), high: Math.max(...used) + extra},
			total: {low: Math.min(...total), high: Math.max(...total)},
		};
	};
};

const sum = (bounds: readonly Bounds[]): Bounds => ({
	low: bounds.reduce((total, {low}) => total + low, 0),
	high: bounds.reduce((total, {high}) => total + high, 0),
});
