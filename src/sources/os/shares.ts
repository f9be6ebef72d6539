import type {Clock} from '../../model/clock.ts';
import type {Reading} from '../../model/reading.ts';
import type {OpenProcess} from '../../platform/platform.ts';
import {createBudget} from './budget.ts';
import {createDelivery} from './delivery.ts';
import {createPace} from './pace.ts';
import {type Part, toReading} from './part.ts';

/** PSS and USS: never in the tick, at most once a second, and only as often as the budget pays for. */
export const createSharesPart = ({shares}: OpenProcess, {monotonic}: Clock): Part => {
	const isDue = createPace(1000);
	const budget = createBudget(monotonic());
	let wasRead = false;
	const delivery = createDelivery(async rss => {
		const found = await shares?.();
		wasRead = true;
		if (found === undefined) return untold('not told by this system');
		if (found.refused !== undefined) return untold(found.refused);
		budget.spend(found.cost, rss, monotonic());
		return {values: {'os.pss': found.pss, 'os.uss': found.uss}};
	});
	return (now, rss) => {
		const finished = delivery.take();
		if (!isDue(now)) return finished;
		const isPaid = budget.allows(rss, now);
		if (isPaid) delivery.start(rss);
		// A number that is known already stays on the screen until the next one can be paid.
		return isPaid || wasRead ? finished : untold('would cost more than 1 % of the time');
	};
};

const untold = (reason: string): Reading => toReading({'os.pss': undefined, 'os.uss': undefined}, reason);
