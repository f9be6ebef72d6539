import type {Clock} from '../../model/clock.ts';
import {copyOf, isSameMoment, type Moment} from './moment.ts';
import type {Beginning, Found, Walk} from './walk.ts';

/** Walks through everything free again and again, at a pace that its cost allows. */
export type Walker = {
	/**
	 * Told the moment that a tick has read; walks a little, to the end if there are few chunks. Returns what is free in
	 * just this moment, undefined where that is not known.
	 */
	readonly offer: (moment: Moment) => Found | undefined;
	/** Walks until it is through or `time` (milliseconds) is over, in turns of the event loop. */
	readonly warmUp: (moment: Moment, time: number) => Promise<void>;
	/** What the last walk that saw enough found, of some moment before. */
	readonly last: () => Found | undefined;
	readonly close: () => void;
};

/** What a walker works with. */
export type WalkerOptions = {
	readonly createWalk: (beginning: Beginning) => Walk;
	/** Reads what is there now, to tell whether a walk was disturbed. */
	readonly readMoment: () => Moment | undefined;
	/** Told when a walk broke off, perhaps because it leads into memory that the process did not have before. */
	readonly onBroken: () => void;
	readonly clock: Clock;
};

/** A walker that has not begun. */
export const createWalker = ({createWalk, readMoment, onBroken, clock}: WalkerOptions): Walker => {
	let [offered, due] = [Number.NaN, Number.NEGATIVE_INFINITY];
	let slice = longestSlice;
	let underway: {readonly walk: Walk; readonly begun: Moment; cost: number} | undefined;
	let finished: {readonly found: Found | undefined; readonly begun: Moment} | undefined;
	let last: Found | undefined;
	let isByLists = false;
	let [lastEnd, lastCost] = [Number.NEGATIVE_INFINITY, 0];
	let timer: NodeJS.Timeout | undefined;

	const begin = (moment: Moment): void => {
		// A top that was moving just then says nothing about where its heap ends.
		if (moment.arenas.some(({topSize}) => topSize === undefined)) return;
		const begun = copyOf(moment);
		underway = {walk: createWalk({moment: begun, isByLists}), begun, cost: 0};
	};

	// True when it is through.
	const advance = (time: number): boolean => {
		if (underway === undefined) return true;
		const start = clock.monotonic();
		let step = underway.walk.next();
		while (!step.done && clock.monotonic() - start < time) step = underway.walk.next();
		underway.cost += clock.monotonic() - start;
		if (!step.done) return false;
		finish(step.value, underway);
		return true;
	};

	const finish = (
		found: Found | undefined,
		{begun, cost}: {readonly begun: Moment; readonly cost: number},
	): void => {
		if (!found?.isWhole) {
			onBroken();
			isByLists = !isByLists && isStill(begun);
		}
		last = found ?? last;
		finished = {found, begun};
		[lastEnd, lastCost] = [clock.monotonic(), cost];
		due = lastEnd + cost / share;
		underway = undefined;
	};

	// A heap that even at rest cannot be walked through is counted by the lists of its bins.
	const isStill = (moment: Moment): boolean => {
		const now = readMoment();
		return now !== undefined && isSameMoment(moment, now);
	};

	// What it has cost so far is all that it costs: the next one begins the sooner. But now and then one goes on to its end
	// although it was disturbed, so that what is told of a program that never rests does not grow too old.
	const dropIfDisturbed = (moment: Moment, now: number): void => {
		if (underway === undefined || isSameMoment(underway.begun, moment)) return;
		if (now - lastEnd > (patience * Math.max(lastCost, underway.cost)) / share) return;
		due = now + underway.cost / share;
		underway = undefined;
		clearTimeout(timer);
	};

	const goOn = (): void => {
		timer = setTimeout(
			() => {
				timer = undefined;
				if (!advance(slice)) goOn();
			},
			Math.max(1, slice * restPerSlice),
		);
		timer.unref();
	};

	// The tick's own moment has to be that of the walk, and what is there after it.
	const takeUndisturbed = (moment: Moment): Found | undefined => {
		if (finished === undefined) return undefined;
		const {found, begun} = finished;
		finished = undefined;
		return found?.isWhole && isSameMoment(begun, moment) && isStill(begun) ? found : undefined;
	};

	return {
		offer: moment => {
			const now = clock.monotonic();
			slice = Math.min(longestSlice, Math.max(shortestSlice, (now - offered) * tickShare) || longestSlice);
			offered = now;
			dropIfDisturbed(moment, now);
			if (underway === undefined && finished === undefined && now >= due) {
				begin(moment);
				if (!advance(slice)) goOn();
			}
			return takeUndisturbed(moment);
		},
		warmUp: async (moment, time) => {
			begin(moment);
			const end = clock.monotonic() + time;
			while (!advance(longestSlice) && clock.monotonic() < end) await nextTurn();
			if (underway !== undefined) goOn();
			else if (due - clock.monotonic() <= longestSlice / share) {
				// A tick has time for one of its own, which tells of just that moment.
				finished = undefined;
				due = Number.NEGATIVE_INFINITY;
			}
		},
		last: () => last,
		close: () => {
			clearTimeout(timer);
			underway = undefined;
		},
	};
};

// Milliseconds. A tick of a thousand a second has no more for it than a tenth of its time.
const longestSlice = 0.7;
const shortestSlice = 0.05;
const tickShare = 0.1;

// Between slices it rests four times as long, and after a walk until all of it was this share of the time.
const restPerSlice = 4;
const share = 0.02;

// After so many pauses between two walks, one goes on although it was disturbed.
const patience = 1.25;

const nextTurn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
