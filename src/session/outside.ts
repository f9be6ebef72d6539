import type {Clock} from '../model/clock.ts';
import type {Reading} from '../model/reading.ts';
import type {SourceInfo} from '../model/source-info.ts';
import {createBudget} from '../sources/os/budget.ts';
import {createDelivery} from '../sources/os/delivery.ts';
import {createPace} from '../sources/os/pace.ts';
import {mergeReadings, nothing} from '../sources/os/part.ts';
import type {Probe} from '../sources/source.ts';

/** A source's probe, and the operating system's that is read beside it. */
export type Pair = {readonly os: Probe; readonly probe: Probe; readonly source: SourceInfo};

/**
 * One probe that reads both, and tells what is resident outside of what the source counts: as the source's probe counts
 * it, no more often than a hundredth of the time pays for, or else at least what RSS has beyond all of it. The two are
 * never mixed, since a curve of both would jump.
 */
export const withOutside = ({os, probe, source}: Pair, clock: Clock): Probe => {
	const {outside} = source;
	if (outside === undefined) return together(os, probe, () => nothing);
	const counted = probe.outside && createCount(outside, probe.outside, clock);
	return together(os, probe, values => counted?.(values) ?? leastOutside(source, values));
};

type Values = Reading['values'];

const together = (os: Probe, probe: Probe, tell: (values: Values) => Reading): Probe => ({
	...probe,
	read: () => {
		const [beside, own] = [os.read(), probe.read()];
		const both = mergeReadings([beside, own]);
		const told = tell(both.values);
		const whole = told === nothing ? both : mergeReadings([both, told]);
		return own.lost === undefined ? whole : {...whole, lost: own.lost};
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
