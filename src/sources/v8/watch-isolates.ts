import type {Clock} from '../../model/clock.ts';

/** Has the isolates of a process looked for again while they may have changed. */
export type IsolateWatch = {
	/** Starts a search where one is due, off the path of sampling. */
	readonly check: () => void;
	/** True while there may be isolates that are not found yet. */
	readonly isUnsure: () => boolean;
	/** Asks for a search as soon as possible. */
	readonly doubt: () => void;
	readonly stop: () => void;
};

/** What is watched. */
export type IsolateWatchOptions = {
	/** Threads that the process has now; undefined where that is not told. */
	readonly threads: () => number | undefined;
	/** Searches, and resolves when what was found is known. Never rejects. */
	readonly search: () => Promise<void>;
	readonly clock: Clock;
};

/**
 * A worker is a thread: where their number changes, its isolate is searched for, and again a while later, since it comes
 * after the thread. A worker in place of another leaves the number as it is: the search is repeated in any case, as rarely
 * as its cost wants it.
 */
export const watchIsolates = ({threads, search, clock}: IsolateWatchOptions): IsolateWatch => {
	const now = clock.monotonic;
	let known = threads();
	let changed = Number.NEGATIVE_INFINITY;
	// When the last complete search began, when the next one may begin, and when it should.
	let [searched, earliest, due] = [Number.NEGATIVE_INFINITY, 0, now() + restInterval];
	let [isSearching, isOver] = [false, false];

	const doubt = (): void => {
		changed = now();
		due = changed;
	};

	const run = async (): Promise<void> => {
		isSearching = true;
		const begun = now();
		await search();
		const ended = now();
		searched = begun;
		earliest = ended + (ended - begun) * shortRestPerCost;
		const next = delays.find(delay => changed + delay > begun);
		const rest = Math.max(restInterval, (ended - begun) * restPerCost);
		due = next === undefined ? ended + rest : changed + next;
		isSearching = false;
	};

	return {
		check: () => {
			const count = threads();
			if (count !== known) {
				known = count;
				doubt();
			}
			if (!isSearching && !isOver && now() >= Math.max(due, earliest)) void run();
		},
		isUnsure: () => {
			const since = now() - changed;
			const isSettled = searched >= changed + (delays[0] ?? 0);
			return since <= unsureTime || (!isSettled && since <= longestUnsure);
		},
		doubt,
		stop: () => {
			isOver = true;
		},
	};
};

// Milliseconds after a change at which is searched again: an isolate is there some 20 ms after its thread, later on a busy
// machine.
const delays = [50, 200, 1000];

// Milliseconds after a change for which an isolate may be missing, longer where a search is still to be made; but not for
// ever, should the memory of a hostile process take that long.
const unsureTime = 200;
const longestUnsure = 5000;

// Milliseconds between two searches where nothing seems to change, and how many times as long as a search takes; between
// two in any case.
const restInterval = 4000;
const restPerCost = 100;
const shortRestPerCost = 10;
