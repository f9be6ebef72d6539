import type {Clock} from '../../model/clock.ts';
import type {MetricId} from '../../model/metric.ts';
import type {Reading} from '../../model/reading.ts';
import {TargetGoneError} from '../../target/errors.ts';
import {createBudget} from '../os/budget.ts';
import {createDelivery} from '../os/delivery.ts';
import type {Probe} from '../source.ts';
import type {Member, Totals} from './member.ts';
import type {Members} from './members.ts';

/** The metrics of a tree: those of its sums, its PSS where it has one, and how many processes it is of. */
export type TreeMetrics = {
	readonly inUse: MetricId;
	readonly system: MetricId;
	readonly processes: MetricId;
	readonly pss?: MetricId | undefined;
};

/** Sums the members of a tree on every tick, and their PSS as often as a hundredth of the time is enough for it. */
export const createTreeProbe = (members: Members, metrics: TreeMetrics, clock: Clock): Probe => {
	const readPss = metrics.pss === undefined ? () => ({values: {}}) : createPss(members, metrics.pss, clock);
	return {
		read: () => {
			members.refresh();
			const {sum, count} = sumOf(members);
			const lost = members.lost();
			const values = {
				...{[metrics.processes]: count},
				...(sum && {[metrics.inUse]: sum.inUse, [metrics.system]: sum.system}),
				...readPss(sum?.inUse ?? 0).values,
			};
			return {values, ...(lost !== undefined && {lost})};
		},
		close: members.close,
	};
};

type Sum = {readonly sum: Totals | undefined; readonly count: number};

// The sum of less than all would be a wrong number. Throws TargetGoneError when the root has ended.
const sumOf = (members: Members): Sum => {
	let sum: Totals | undefined = members.isWhole() ? {inUse: 0, system: 0} : undefined;
	let count = 0;
	for (const [index, member] of members.all().entries()) {
		const totals = readMember(members, member, index === 0);
		if (totals === 'ended') continue;
		count += 1;
		sum = sum && totals && {inUse: sum.inUse + totals.inUse, system: sum.system + totals.system};
	}
	return {sum, count};
};

const readMember = (members: Members, member: Member, isRoot: boolean): Totals | undefined | 'ended' => {
	try {
		return member.read();
	} catch (error) {
		if (!(error instanceof TargetGoneError) || isRoot) throw error;
		members.drop(member);
		return 'ended';
	}
};

const createPss = (members: Members, pss: MetricId, clock: Clock): ((rss: number) => Reading) => {
	const budget = createBudget(clock.monotonic());
	const delivery = createDelivery(async rss => {
		const shares = await Promise.all(members.all().map(({shares}) => shares?.()));
		const told = shares.filter(share => share !== undefined);
		const cost = told.reduce((sum, share) => sum + share.cost, 0);
		budget.spend(cost, rss, clock.monotonic());
		// One that has ended meanwhile is not known from one that does not tell: the next time it is left out.
		if (told.length < shares.length) return {values: {}};
		return {values: {[pss]: told.reduce((sum, share) => sum + share.pss, 0)}};
	});
	return rss => {
		const reading = delivery.take();
		if (budget.allows(rss, clock.monotonic())) delivery.start(rss);
		return reading;
	};
};
