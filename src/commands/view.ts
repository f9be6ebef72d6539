import {setTimeout as sleep} from 'node:timers/promises';
import {initialState} from '../app/initial.ts';
import type {State} from '../app/state.ts';
import {defaultLogName} from '../log/names.ts';
import {type Clock, systemClock} from '../model/clock.ts';
import {UsageError} from '../model/usage-error.ts';
import {followLog} from '../recorded/follow.ts';
import {fail, leave} from '../recorded/leave.ts';
import {type OpenLog, openLog} from '../recorded/open-log.ts';
import {perform} from '../recorded/perform.ts';
import {plainSource} from '../recorded/plain-source.ts';
import {readWhole} from '../recorded/read-log.ts';
import {say, showLog, showOther, type Viewing} from '../recorded/viewing.ts';
import {openLiveScreen} from '../screen/live-screen.ts';
import {onEndingSignal, statusOf} from '../screen/signals.ts';
import {recover, suspend} from '../screen/suspend.ts';
import type {Capabilities} from '../terminal/capabilities.ts';

/** What `memtop view` shows on the screen, and how. */
export type ViewOptions = {
	/** One log or two, by their paths; none is `memory.log`. */
	readonly files: readonly string[];
	/** True to read on as they grow. */
	readonly follow: boolean;
	/** How a second recording lies over the first at the beginning. */
	readonly align: State['view']['align'];
	readonly capabilities: Capabilities;
	/** True where a window of gnuplot could be shown. */
	readonly hasDisplay: boolean;
	readonly input: NodeJS.ReadStream;
	readonly output: NodeJS.WriteStream;
};

/**
 * Shows logs until the user leaves them or a signal ends it; resolves with the exit status. Rejects, with the terminal
 * as it was, with UsageError for more than two files, with LogError where one cannot be read, and with CannotGoOnError
 * where one has no sample and is not followed.
 */
export const view = (options: ViewOptions, clock: Clock = systemClock): Promise<number> =>
	new Promise((resolve, reject) => {
		begin(options, {clock, finish: resolve, fail: reject}).catch(reject);
	});

const begin = async (options: ViewOptions, outside: Outside): Promise<void> => {
	const closed = closedViewing(options, outside);
	let viewing: Viewing | undefined;
	onEndingSignal(signal => {
		if (viewing) leave(viewing, statusOf(signal));
		else outside.finish(statusOf(signal));
	});
	const reading = readWhole(closed.log, {
		...{clock: closed.clock, signal: closed.control.signal, isFollowed: options.follow},
		tell: () => viewing && showLog(viewing),
	});
	// What is read at once is shown as a whole; what cannot be shown is said on a plain terminal.
	await Promise.race([reading, sleep(patience)]);
	viewing = openScreen(closed, options);
	listen(viewing);
	await goOn(viewing, options, reading).catch(error => viewing && fail(viewing, error));
};

/** Milliseconds. */
const patience = 300;

const goOn = async (viewing: Viewing, {follow}: ViewOptions, reading: ReturnType<typeof readWhole>) => {
	const {log, other, clock, control} = viewing;
	const way = {
		clock,
		signal: control.signal,
		isFollowed: follow,
		say: (text: string) => say(viewing, text, 'bad'),
	};
	const first = {...way, tell: () => showLog(viewing), read: await reading};
	const tell = () => showOther(viewing);
	const second = other && {...way, tell, read: await readWhole(other, {...way, tell})};
	if (!follow) return;
	void followLog(log, first);
	if (other && second) void followLog(other, second);
};

type Outside = Pick<Viewing, 'clock' | 'finish' | 'fail'>;

type ClosedViewing = Omit<Viewing, 'screen'> & Partial<Pick<Viewing, 'screen'>>;

const closedViewing = ({files, follow, hasDisplay}: ViewOptions, outside: Outside): ClosedViewing => {
	const [path = defaultLogName, otherPath, ...more] = files;
	if (more.length > 0) throw new UsageError(`expected one log or two to compare, got ${files.length}`);
	const other: OpenLog | undefined = otherPath === undefined ? undefined : openLog(otherPath, follow);
	return {
		...outside,
		...{log: openLog(path, follow), other, hasDisplay},
		control: new AbortController(),
		newest: new Map(),
		cancelPlot: undefined,
		session: undefined,
		resumedAt: Number.NEGATIVE_INFINITY,
		isLeaving: false,
	};
};

const openScreen = (closed: ClosedViewing, options: ViewOptions): Viewing => {
	const screen = openLiveScreen({
		...options,
		clock: closed.clock,
		initial: stateAtStart(closed, options),
		perform: effect => perform(viewing, effect),
		// Its signal comes too, a moment earlier or later.
		onGone: () => leave(viewing, statusOf('SIGHUP')),
	});
	const viewing: Viewing = Object.assign(closed, {screen});
	showLog(viewing);
	return viewing;
};

// What is read of the log comes as an action: it may ask for more, which is to be performed.
const stateAtStart = ({clock}: ClosedViewing, {align}: ViewOptions): State => {
	const empty = initialState({source: plainSource, interval: 1, now: clock.wall() / 1000});
	return {...empty, overlay: 'none', view: {...empty.view, align}};
};

const listen = (viewing: Viewing): void => {
	process.on('uncaughtException', error => fail(viewing, error));
	process.on('SIGTSTP', () => void suspend(viewing));
	process.on('SIGCONT', () => void recover(viewing));
};
