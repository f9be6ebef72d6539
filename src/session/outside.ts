import type {Clock} from '../model/clock.ts';
import {mergeReadings} from '../model/merge-readings.ts';
import type {Reading} from '../model/reading.ts';
import type {SourceInfo} from '../model/source-info.ts';
import {createBudget} from '../sources/os/budget.ts';
import {createDelivery} from '../sources/os/delivery.ts';
import {createPace} from '../sources/os/pace.ts';
import {nothing} from '../sources/os/part.ts';
import type {Probe} from '../sources/source.ts';

/** A source's probe, and the operating system's that is read beside it. */
export type Pair = {readonly os: Probe; readonly probe: Probe; readonly source: SourceInfo};

/**
 * One probe that reads both, and tells what is resident outside of what the source counts: as the source's probe counts
 * it, no more often than a hundredth of the time pays for. Before the first count, and where that has become too little,
 * it is at least what RSS has beyond all that the source counts, marked as uncertain.
 */
export const withOutside = ({os, probe, source}: Pair, clock: Clock): Probe => {
	const {outside} = source;
	if (outside === undefined) return together(os, probe, () => nothing);
	const least = (values: Values): Reading => leastOutside(source, values);
	if (!probe.outside) return together(os, probe, least);
	const count = createCount(outside, probe.outside, clock);
	let known = Number.NEGATIVE_INFINITY;
	return together(os, probe, values => {
		const counted = count(values);
		known = counted.values[outside] ?? known;
		const bound = least(values);
		if (counted !== nothing || !((bound.values[outside] ?? Number.NaN) > known)) return counted;
		return {...bound, uncertain: [outside]};
	});
};

type Values = Reading['values'];

const together = (os: Probe, probe: Probe, tell: (values: Values) => Reading): Probe => ({
	...probe,
	read: () => {
		const both = mergeReadings([os.read(), probe.read()]);
		const told = tell(both.values);
		return told === nothing ? both : mergeReadings([both, told]);
	},
});

// Of what is resident, the source's own part can be no more than all it holds and has not given back.
const leastOutside = ({outside = '', system, returned}: SourceInfo, values: Values): Reading => {
	const given = returned === undefined ? 0 : values[returned];
	const least = (values['os.rss'] ?? Number.NaN) - ((values[system] ?? Number.NaN) - (given ?? Number.NaN));
	return Number.isNaN(least) ? nothing : {values: {[outside]: Math.max(0, least)}};
};

const createCount = (
	metric: string,
	count: NonNullable<Probe['outside']>,
	{monotonic}: Clock,
): ((values: Values) => Reading) => {
	const isDue = createPace(1000);
	const budget = createBudget(monotonic());
	const delivery = createDelivery(async rss => {
		const told = await count();
		if (told === undefined) return {values: {}, absent: {[metric]: 'cannot be counted now'}};
		budget.spend(told.cost, rss, monotonic());
		return {values: {[metric]: told.bytes}};
	});
	return values => {
		const now = monotonic();
		const rss = values['os.rss'] ?? 0;
		if (isDue(now) && budget.allows(rss, now)) delivery.start(rss);
		return delivery.take();
	};
};
