/**
 * Says on each tick whether something is due that should happen once in `period` milliseconds: on the first, then on
 * a grid of that period. A tick that comes up to a tenth too early counts, or jitter would drop every second one.
 */
export const createPace = (period: number): ((now: number) => boolean) => {
	let next = Number.NEGATIVE_INFINITY;
	return now => {
		if (now < next - period / 10) return false;
		const isLate = now - next >= period;
		next = (isLate ? now : next) + period;
		return true;
	};
};
