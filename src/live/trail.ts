import {columnNames} from '../log/format.ts';
import {freshContext} from '../log/interpret.ts';
import {type ByteIndex, emptyByteIndex, noteBytes} from '../model/byte-index.ts';
import type {RecordingHeader} from '../model/entry.ts';
import type {RecordingStatus} from '../model/recording-status.ts';
import type {SourceInfo} from '../model/source-info.ts';
import type {StretchPlace} from '../recorded/passage.ts';
import {columnsOf} from '../session/header.ts';
import type {Session} from '../session/session.ts';

/** Where in the log the samples of a watch lie, as far as they are recorded in one file. */
export type Trail = {
	readonly bytes: ByteIndex;
	readonly stretches: StretchPlace[];
	/** From when to when (Unix seconds) samples were taken that are not in the file, ascending. */
	readonly holes: {readonly from: number; to: number}[];
	/** The file, and where the next line begins in it; absent before the first sample. */
	path: string | undefined;
	offset: number;
	/** What the newest stretch is read by. */
	source: SourceInfo | undefined;
	/** Samples since the last one whose place was noted. */
	unnoted: number;
	isHole: boolean;
};

/** A trail of nothing yet. */
export const emptyTrail = (): Trail => ({
	...{bytes: emptyByteIndex(), stretches: [], holes: []},
	...{path: undefined, offset: 0, source: undefined, unnoted: spacing, isHole: false},
});

// Samples.
const spacing = 1024;

/** Notes in place where the sample of a time (Unix seconds) lies, that was just written or was not. */
export const noteSample = (trail: Trail, time: number, {session, interval}: Watch): void => {
	if (!session) return;
	const offset = beginOf(trail, session.status());
	if (offset === undefined) noteHole(trail, time);
	else notePlace(trail, {time, offset, interval}, session);
};

/** The watch that is on, and the seconds between its samples. */
type Watch = {readonly session: TrailedSession | undefined; readonly interval: number};

type TrailedSession = Pick<Session, 'status' | 'source' | 'target'>;

const notePlace = (trail: Trail, {time, offset, interval}: Placed, session: TrailedSession): void => {
	trail.isHole = false;
	const source = session.source();
	if (trail.source !== source) {
		const {pid, name} = session.target;
		const header = {pid, name, recorded: time, source: source.name, interval, host: ''};
		beginStretch(trail, source, {offset, header});
	}
	if (trail.unnoted >= spacing) {
		noteBytes(trail.bytes, time, offset);
		trail.unnoted = 0;
	}
	trail.unnoted += 1;
};

type Placed = {readonly time: number; readonly offset: number; readonly interval: number};

// Where the line of the newest sample begins, or one before it; undefined where it is not in the file of the others.
const beginOf = (trail: Trail, {state, path, offset, bytes}: RecordingStatus): number | undefined => {
	if (state !== 'recording' || offset === undefined || path === undefined) return undefined;
	if (trail.path === undefined) {
		trail.path = path;
		trail.offset = Math.max(0, offset - bytes);
	}
	const before = trail.offset;
	if (path !== trail.path || offset <= before) return undefined;
	trail.offset = offset;
	return before;
};

const noteHole = (trail: Trail, time: number): void => {
	const last = trail.holes.at(-1);
	if (trail.isHole && last) last.to = time;
	else trail.holes.push({from: time, to: time});
	trail.isHole = true;
};

const beginStretch = (
	trail: Trail,
	source: SourceInfo,
	{offset, header}: {offset: number; header: RecordingHeader},
): void => {
	const beginning = {header, columns: columnNames(columnsOf(source))};
	const context = {...freshContext(), ...beginning, isRecording: true, isCurve: true};
	trail.stretches.push({offset, beginning, context});
	trail.source = source;
	trail.unnoted = spacing;
};
