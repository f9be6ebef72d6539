import type {Entry} from '../model/entry.ts';
import type {HeaderEntry} from './format.ts';

/** What could not be written and has to be made up for: headers and notes are kept, samples are counted. */
export type Backlog = {
	readonly headers: readonly HeaderEntry[];
	readonly others: readonly Entry[];
	/** Samples that were lost. */
	readonly lost: number;
	/** Time of the first of them, Unix seconds. */
	readonly since: number;
	/** Why they were lost, where that is not why writing fails now. */
	readonly reason?: string;
};

/** Nothing to make up for. */
export const noBacklog: Backlog = {headers: [], others: [], lost: 0, since: Number.NaN};

/** True when there is something to make up for besides headers, which only matter to what follows them. */
export const isOwing = ({others, lost}: Backlog): boolean => others.length > 0 || lost > 0;

/** The backlog with one more entry that could not be written. */
export const keep = (backlog: Backlog, entry: Entry): Backlog => {
	if (entry.type === 'header') return {...backlog, headers: [...backlog.headers, entry]};
	if (entry.type !== 'sample') return {...backlog, others: [...backlog.others, entry].slice(-mostOthers)};
	return {...backlog, lost: backlog.lost + 1, since: backlog.lost === 0 ? entry.sample.time : backlog.since};
};

/** The backlog with samples that were written to a file that is lost, all of them before those in the backlog. */
export const keepLost = (
	backlog: Backlog,
	{samples, since, reason}: {readonly samples: number; readonly since: number; readonly reason: string},
): Backlog => ({...backlog, lost: backlog.lost + samples, since, reason});

/** What is written before anything else once writing works again; `reason` is why it did not. */
export const entriesOf = (backlog: Backlog, reason: string): readonly Entry[] => [
	...backlog.headers,
	...(backlog.lost > 0 ? gap(backlog, reason) : []),
	...backlog.others,
];

const gap = (backlog: Backlog, reason: string): readonly Entry[] => [
	{type: 'gap', time: backlog.since, details: {reason: backlog.reason ?? reason, lost: backlog.lost}},
	{type: 'break'},
];

// Marks are set by hand; more than this in one outage are not, and a full disk may stay full for days.
const mostOthers = 100;
