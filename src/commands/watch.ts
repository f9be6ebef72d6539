import {initialState} from '../app/initial.ts';
import type {State} from '../app/state.ts';
import type {Command} from '../launch/command.ts';
import {startApart} from '../launch/launched.ts';
import {openLaunched} from '../launch/open-launched.ts';
import {showCommand} from '../live/command.ts';
import {fail, leave} from '../live/leave.ts';
import {type Live, now} from '../live/live.ts';
import {perform} from '../live/perform.ts';
import {listProcesses} from '../live/pick.ts';
import {tellEndedEarly, tellLaunched} from '../live/tell.ts';
import {emptyTrail} from '../live/trail.ts';
import {openWatch, showWatch} from '../live/watch-target.ts';
import {type Clock, systemClock} from '../model/clock.ts';
import type {Target} from '../model/target.ts';
import {systemPlatform} from '../platform/index.ts';
import {openLiveScreen} from '../screen/live-screen.ts';
import {onEndingSignal, statusOf} from '../screen/signals.ts';
import {recover, suspend} from '../screen/suspend.ts';
import type {RecordingOptions} from '../session/recording.ts';
import type {Session} from '../session/session.ts';
import {osSource} from '../sources/os/index.ts';
import type {Source} from '../sources/source.ts';
import type {Resolution} from '../target/resolve.ts';
import type {Capabilities} from '../terminal/capabilities.ts';

/** What `memtop` watches on the screen, and how. */
export type WatchOptions = {
	/** The target, or several to pick from; absent to show them all. */
	readonly resolution?: Resolution | undefined;
	/** To be started and watched instead. */
	readonly command?: Command | undefined;
	/** Typed into the filter of the list from the start. */
	readonly filter: string;
	/** To choose from, the most telling first. */
	readonly sources: readonly Source[];
	/** Seconds between samples. */
	readonly interval: number;
	/** Samples after which it leaves by itself. */
	readonly iterations: number;
	readonly recording: RecordingOptions;
	readonly capabilities: Capabilities;
	/** True where a window of gnuplot could be shown. */
	readonly hasDisplay: boolean;
	readonly input: NodeJS.ReadStream;
	readonly output: NodeJS.WriteStream;
};

/**
 * Shows the live screen until the user leaves it or a signal ends it; resolves with the exit status. Rejects, with the
 * terminal untouched, when the target cannot be watched or the named file not be written.
 */
export const watch = (options: WatchOptions, clock: Clock = systemClock): Promise<number> =>
	new Promise((resolve, reject) => {
		begin(options, closedLive(options, {clock, finish: resolve, fail: reject})).catch(reject);
	});

const begin = async (options: WatchOptions, closed: ClosedLive): Promise<void> => {
	const {resolution, command} = options;
	if (command) return beginCommand(options, closed, command);
	// Before the terminal is touched: what cannot be watched or recorded is said on a plain one.
	const session = resolution?.target && (await openWatch(closed, resolution.target));
	const live = openScreen(closed, options);
	onEndingSignal(signal => leave(live, statusOf(signal), signal));
	listen(live);
	if (session) showWatch(live, session);
	else void listProcesses(live);
};

const beginCommand = async (options: WatchOptions, closed: ClosedLive, command: Command): Promise<void> => {
	let live: Live | undefined;
	const launched = await startApart(command, options.recording.folder);
	// From before the screen opens: the command that is left behind is told.
	onEndingSignal(signal => {
		if (live) return leave(live, statusOf(signal), signal);
		tellLaunched(launched);
		closed.finish(statusOf(signal));
	});
	const open = (target: Target): Promise<Session> => openWatch(closed, target);
	const session = await openLaunched(launched, {open, directory: systemPlatform});
	if (!session) {
		tellEndedEarly(launched);
		return closed.finish(0);
	}
	live = openScreen(Object.assign(closed, {launched}), options);
	listen(live);
	showCommand(live, launched);
	showWatch(live, session);
};

type ClosedLive = Omit<Live, 'screen'> & Partial<Pick<Live, 'screen'>>;

const closedLive = (
	{sources, recording, hasDisplay, interval, iterations}: WatchOptions,
	outside: Pick<Live, 'clock' | 'finish' | 'fail'>,
): ClosedLive => ({
	...outside,
	...{sources, recording, hasDisplay, interval},
	remaining: iterations,
	session: undefined,
	launched: undefined,
	root: undefined,
	stopLooking: undefined,
	trail: emptyTrail(),
	detail: undefined,
	offSince: undefined,
	cancelPlot: undefined,
	pick: undefined,
	picking: Promise.resolve(),
	resumedAt: Number.NEGATIVE_INFINITY,
	ticker: undefined,
	isLeaving: false,
});

const openScreen = (closed: ClosedLive, options: WatchOptions): Live => {
	const screen = openLiveScreen({
		...options,
		clock: closed.clock,
		initial: stateAtStart(closed, options),
		perform: effect => perform(live, effect),
		// Its signal comes too, a moment earlier or later.
		onGone: () => leave(live, statusOf('SIGHUP'), 'SIGHUP'),
	});
	const live: Live = Object.assign(closed, {screen});
	return live;
};

const stateAtStart = (live: ClosedLive, {interval, filter, resolution}: WatchOptions): State => {
	const state = initialState({source: osSource, interval, now: now(live)});
	const processes = resolution?.candidates ?? [];
	return {...state, picker: {...state.picker, filter, processes}};
};

const listen = (live: Live): void => {
	process.on('uncaughtException', error => fail(live, error));
	process.on('SIGTSTP', () => void suspend(live));
	process.on('SIGCONT', () => void recover(live));
	live.ticker = setInterval(() => {
		if (isTicking(live)) live.screen.dispatch({type: 'ticked', time: now(live)});
	}, 1000);
};

// Samples move the clock of the screen; it ticks by itself only where they are rare and something on it counts.
const isTicking = ({screen, interval}: Live): boolean => {
	const {target, ended, notice, plottingSince} = screen.state();
	const isCounting = notice !== undefined || plottingSince !== undefined || (target !== undefined && !ended);
	return (
		isCounting && (interval > 1 || ended !== undefined || target === undefined || plottingSince !== undefined)
	);
};
