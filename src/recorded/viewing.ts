import type {State} from '../app/state.ts';
import {shownPath} from '../log/errors.ts';
import type {Clock} from '../model/clock.ts';
import type {LiveScreen} from '../screen/live-screen.ts';
import type {OpenLog} from './open-log.ts';

/** The running view: what is open, and how it is left. */
export type Viewing = {
	readonly clock: Clock;
	readonly screen: LiveScreen;
	/** True where a window of gnuplot could be shown. */
	readonly hasDisplay: boolean;
	readonly log: OpenLog;
	/** The second log, to compare with. */
	readonly other: OpenLog | undefined;
	/** Ends everything that is read, now and later. */
	readonly control: AbortController;
	/** Ends the newest reading of its kind, when another takes its place. */
	readonly newest: Map<string, AbortController>;
	/** Takes back the picture that is being drawn; fulfilled when nothing of it is left. */
	cancelPlot: (() => Promise<unknown>) | undefined;
	/** As in a live watch: nothing is recorded, so that a suspension leaves no gap. */
	readonly session: undefined;
	resumedAt: number;
	isLeaving: boolean;
	/** Called once with the exit status, when everything is closed. */
	readonly finish: (status: number) => void;
	/** Called instead with what made it impossible to go on. */
	readonly fail: (error: unknown) => void;
};

/** Tells the user something for some seconds, in place of the key line. */
export const say = (viewing: Viewing, text: string, tone: 'info' | 'bad' = 'info'): void => {
	const {screen} = viewing;
	const notice = {text, tone, until: Number.NEGATIVE_INFINITY} satisfies State['notice'];
	screen.dispatch({type: 'noticed', notice});
	// The clock of a log stands still: a tick at the same time takes away what is out of date.
	setTimeout(() => {
		const state = screen.state();
		if (state.notice === notice) screen.dispatch({type: 'ticked', time: state.now});
	}, seconds[tone] * 1000).unref();
};

const seconds = {info: 10, bad: 20} as const;

/** Shows a log as far as it is read. */
export const showLog = ({screen, log, isLeaving}: Viewing): void => {
	if (!isLeaving) screen.dispatch({type: 'viewRead', ...log.seen()});
};

/** Shows the second log as far as it is read. */
export const showOther = ({screen, other, isLeaving}: Viewing): void => {
	if (isLeaving || !other?.shown()) return;
	const {viewed, recording} = other.seen();
	const {source, history, target} = recording;
	const before = screen.state().other;
	const detail = before?.history === history ? before.detail : undefined;
	screen.dispatch({
		type: 'otherRead',
		other: {
			...{path: viewed.path, name: target.name, source, history},
			...(viewed.recordings > 1 && {recording: {number: viewed.recording, count: viewed.recordings}}),
			...(detail && {detail}),
		},
	});
};

/** A signal for a reading that takes the place of the last one of its kind. */
export const replacing = ({newest, control}: Viewing, kind: string): AbortSignal => {
	newest.get(kind)?.abort();
	const own = new AbortController();
	newest.set(kind, own);
	return AbortSignal.any([own.signal, control.signal]);
};

/** What is said where a part of a log cannot be read again. */
export const changedText = ({path}: OpenLog): string =>
	`${shownPath(path)} is another file than was read: open it anew`;
