import type {Clock} from '../model/clock.ts';
import type {Entry} from '../model/entry.ts';
import {type Backlog, entriesOf, isOwing, keep, keepLost, noBacklog} from './backlog.ts';
import {compose, type Ending, freshEnding} from './compose.ts';
import type {Destination, Opened} from './destination.ts';
import {LogError, reasonOf, shownPath} from './errors.ts';
import {formatEntry, type HeaderEntry} from './format.ts';
import type {Log, LogStatus} from './log.ts';
import {losesUnseen, nothingUnseen, type Unseen} from './unseen.ts';

/**
 * Records to a destination that was just opened. When writing fails it tries again at most each second, and says in
 * the file what was lost; when someone takes the file away it goes on in what `open` gives.
 */
export const recordTo = (opened: Opened, open: Open, clock: Clock): Log => {
	const recording = begin(opened, open, clock);
	return {
		write: entry => write(recording, entry),
		pause: reason => pause(recording, reason),
		resume: () => {
			recording.pause = undefined;
		},
		flush: () => flush(recording),
		close: () => close(recording),
		status: () => statusOf(recording),
	};
};

/** Opens the destination again; `own` is the path of a file that is still ours though someone made it smaller. */
type Open = (own?: string) => Opened;

type Recording = {
	readonly open: Open;
	readonly clock: Clock;
	/** Undefined after the file was taken away, until another one is open. */
	destination: Destination | undefined;
	path: string;
	notice: string | undefined;
	ending: Ending;
	/** The newest header, also when it could not be written. */
	header: HeaderEntry | undefined;
	backlog: Backlog;
	/** Present while writing fails; `at` is the monotonic time of the last try in milliseconds. */
	failure: {readonly reason: string; readonly at: number} | undefined;
	pause: {readonly reason: string | undefined} | undefined;
	isClosed: boolean;
	/** When file and disk were last looked at, monotonic milliseconds. */
	lookedAt: number;
	unseen: Unseen;
	samples: number;
	bytes: number;
	lost: number;
};

const begin = ({destination, notice}: Opened, open: Open, clock: Clock): Recording => ({
	...{open, clock, destination, notice},
	path: destination.path,
	ending: freshEnding(destination.isEmpty),
	header: undefined,
	backlog: noBacklog,
	failure: undefined,
	pause: undefined,
	isClosed: false,
	lookedAt: Number.NEGATIVE_INFINITY,
	unseen: nothingUnseen(),
	...{samples: 0, bytes: 0, lost: 0},
});

const write = (recording: Recording, entry: Entry): void => {
	const isPaused = recording.pause !== undefined;
	if (recording.isClosed || (isPaused && curveTypes.has(entry.type))) return;
	if (entry.type === 'header') recording.header = entry;
	// A header alone would be an empty stretch in the file: it waits for what it is the header of.
	const waits = (isPaused && entry.type === 'header') || isResting(recording);
	if (waits) keepBack(recording, entry);
	else attempt(recording, entry);
};

/** What says something about the curve, and so nothing in a pause. */
const curveTypes: ReadonlySet<Entry['type']> = new Set(['sample', 'gap', 'break']);

const keepBack = (recording: Recording, entry: Entry): void => {
	recording.backlog = keep(recording.backlog, entry);
	if (entry.type === 'sample') recording.lost += 1;
};

const isResting = ({failure, clock}: Recording): boolean =>
	failure !== undefined && clock.monotonic() - failure.at < 1000;

const attempt = (recording: Recording, entry?: Entry): void => {
	try {
		const destination = look(recording);
		if (entry?.type === 'sample' && isRunning(recording)) putLine(recording, destination, entry);
		else put(recording, destination, owed(recording, entry));
		if (entry?.type === 'sample') count(recording, entry.sample.time);
		recording.backlog = noBacklog;
		recording.failure = undefined;
	} catch (error) {
		fail(recording, error);
		if (entry !== undefined) keepBack(recording, entry);
	}
};

const count = (recording: Recording, time: number): void => {
	const {unseen} = recording;
	if (unseen.samples === 0) unseen.since = time;
	unseen.samples += 1;
	recording.samples += 1;
};

const fail = (recording: Recording, error: unknown): void => {
	recording.failure = {reason: reasonOf(error), at: recording.clock.monotonic()};
};

/** The entry with all that has to stand before it. */
const owed = (recording: Recording, entry: Entry | undefined): readonly Entry[] => {
	const {backlog, failure, ending, header, clock} = recording;
	const before = entriesOf(backlog, failure?.reason ?? '');
	const entries = entry === undefined ? before : [...before, entry];
	if (ending.isBegun || header === undefined || entries[0]?.type === 'header') return entries;
	const recorded = clock.wall() / 1000;
	return [{...header, header: {...header.header, recorded, continues: true}}, ...entries];
};

// Nothing is owed, and the line before is a sample: its line alone, as on almost every tick.
const isRunning = ({backlog, failure, ending}: Recording): boolean =>
	backlog === noBacklog && failure === undefined && ending.isCurve;

const putLine = (recording: Recording, destination: Destination, entry: Entry): void => {
	putText(recording, destination, formatEntry(entry, recording.ending.layout));
};

// All in one write, so that a disk with room for a part of it gets none.
const put = (recording: Recording, destination: Destination, entries: readonly Entry[]): void => {
	const {text, ending} = compose(recording.ending, entries);
	if (text !== '') putText(recording, destination, text);
	recording.ending = ending;
};

const putText = (recording: Recording, destination: Destination, text: string): void => {
	const bytes = Buffer.from(text);
	destination.put(bytes);
	recording.bytes += bytes.length;
	recording.unseen.bytes += bytes.length;
};

/** The destination, looked at once a second: still the file at its path, and with room on its disk. */
const look = (recording: Recording): Destination => {
	const now = recording.clock.monotonic();
	const {destination} = recording;
	if (destination !== undefined && now - recording.lookedAt < 1000) return destination;
	recording.lookedAt = now;
	const change = destination?.changed();
	if (losesUnseen(change)) forfeit(recording, `the log ${change}`);
	recording.unseen = nothingUnseen();
	const current = destination === undefined || change !== undefined ? reopen(recording, change) : destination;
	const shortage = current.shortage();
	if (shortage !== undefined) throw new LogError(shortage);
	return current;
};

/** Takes back what was counted as written since the last look, and owes the file a word about it. */
const forfeit = (recording: Recording, reason: string): void => {
	const {samples, bytes, since} = recording.unseen;
	recording.bytes -= bytes;
	if (samples === 0) return;
	recording.samples -= samples;
	recording.lost += samples;
	recording.backlog = keepLost(recording.backlog, {samples, since, reason});
};

const reopen = (recording: Recording, change = 'was taken away'): Destination => {
	// Closed first: the file may be the same one, made smaller, and our own lock would keep us out.
	recording.destination?.close();
	recording.destination = undefined;
	const old = shownPath(recording.path);
	const own = change === 'was made smaller' ? recording.path : undefined;
	const {destination, notice} = recording.open(own);
	recording.destination = destination;
	recording.path = destination.path;
	recording.notice = notice ?? `${old} ${change}: the recording goes on at that path`;
	recording.ending = freshEnding(destination.isEmpty);
	return destination;
};

const pause = (recording: Recording, reason: string | undefined): void => {
	if (recording.isClosed || recording.pause !== undefined) return;
	if (reason !== undefined) {
		write(recording, {type: 'gap', time: recording.clock.wall() / 1000, details: {reason}});
	}
	if (recording.ending.isCurve) write(recording, {type: 'break'});
	recording.pause = {reason};
	flush(recording);
};

const flush = (recording: Recording): void => {
	try {
		if (!recording.isClosed) recording.destination?.flush();
	} catch (error) {
		fail(recording, error);
	}
};

const close = (recording: Recording): void => {
	if (recording.isClosed) return;
	const isLost = recording.unseen.samples > 0 && losesUnseen(recording.destination?.changed());
	if (isLost) recording.lookedAt = Number.NEGATIVE_INFINITY;
	if (isLost || isOwing(recording.backlog)) attempt(recording);
	flush(recording);
	recording.isClosed = true;
	recording.destination?.close();
};

const statusOf = ({
	path,
	samples,
	bytes,
	lost,
	notice,
	pause,
	failure,
	destination,
}: Recording): LogStatus => {
	const offset = destination?.size?.();
	const reason = pause === undefined ? failure?.reason : pause.reason;
	return {
		state: pause !== undefined ? 'paused' : failure !== undefined ? 'failing' : 'recording',
		...{path, samples, bytes, lost},
		...(offset !== undefined && {offset}),
		...(reason !== undefined && {reason}),
		...(notice !== undefined && {notice}),
	};
};
