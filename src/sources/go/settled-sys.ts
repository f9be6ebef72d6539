import type {Clock} from '../../model/clock.ts';
import type {HeldBytes} from '../../platform/linux/held-bytes.ts';
import {type Accounts, accountsSize, takenBy} from './accounts.ts';
import type {Moment, Obstacle} from './moment.ts';
import {sysOf, type Totals} from './totals.ts';

/** A moment whose Sys is certain, in bytes. */
export type Settled = {readonly moment: Moment; readonly sys: number};

/** What moments are settled with. */
export type SettlerOptions = {
	readonly memory: Pick<HeldBytes, 'readNow'>;
	/** Absent where they were not found. */
	readonly accounts: Accounts | undefined;
	readonly readMoment: () => Moment | Obstacle;
	readonly clock: Clock;
};

/**
 * Tells Sys only of moments at which the runtime was not halfway through moving memory between what is ready and what is
 * given back: it counts one before and the other after a call of the system, and between them their sum is off by that
 * much. A Sys as before is believed; another one is taken from the accounts, or where they are not known, must be read
 * twice. A smaller one, which is rare, must have lasted.
 */
export const createSettler = ({memory, accounts, readMoment, clock}: SettlerOptions) => {
	const books = Buffer.alloc(accounts ? accountsSize(accounts) : 0);
	let known = Number.NaN;
	let doubt = {sys: Number.NaN, since: 0};

	const settle = (moment: Moment, sys: number): Settled | undefined => {
		if (sys > moment.virtual || (sys < known && !hasLasted(sys))) return undefined;
		known = sys;
		return {moment, sys};
	};

	const hasLasted = (sys: number): boolean => {
		const now = clock.monotonic();
		if (sys !== doubt.sys) doubt = {sys, since: now};
		return now - doubt.since >= doubtTime;
	};

	// The moment must last from before to after the accounts are read, which a busy runtime may not grant at once.
	const compare = (accounts: Accounts, first: Moment): Settled | undefined => {
		let before = first;
		for (let attempt = 0; attempt < attempts; attempt += 1) {
			const isRead = memory.readNow(accounts.address, books) === books.length;
			const after = readMoment();
			if (!isRead || typeof after === 'string') return undefined;
			const taken = isSameHeap(before.totals, after.totals) && takenBy(books, accounts, after.totals);
			if (taken) return settle(after, taken);
			before = after;
		}
		return undefined;
	};

	const repeat = (sys: number): Settled | undefined => {
		const moment = readMoment();
		return typeof moment !== 'string' && sysOf(moment.totals) === sys ? settle(moment, sys) : undefined;
	};

	return (moment: Moment): Settled | undefined => {
		const sys = sysOf(moment.totals);
		if (sys === known) {
			doubt.sys = Number.NaN;
			return {moment, sys};
		}
		return accounts ? compare(accounts, moment) : repeat(sys);
	};
};

const attempts = 8;

// Milliseconds: longer than a thread is kept waiting in the middle of a change, even on a busy machine.
const doubtTime = 100;

const isSameHeap = (one: Totals, other: Totals): boolean =>
	one.heapInUse === other.heapInUse &&
	one.heapFree === other.heapFree &&
	one.heapReleased === other.heapReleased &&
	one.mappedReady === other.mappedReady;
