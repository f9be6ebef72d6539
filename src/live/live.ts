import type {Launched} from '../launch/launched.ts';
import type {Clock} from '../model/clock.ts';
import type {LiveScreen} from '../screen/live-screen.ts';
import type {RecordingOptions} from '../session/recording.ts';
import type {Session} from '../session/session.ts';
import type {Source} from '../sources/source.ts';
import type {Trail} from './trail.ts';

/** The running program on the screen: what is open now, and what was asked for at the start. */
export type Live = {
	readonly clock: Clock;
	readonly screen: LiveScreen;
	/** To choose from, the most telling first. */
	readonly sources: readonly Source[];
	readonly recording: RecordingOptions;
	/** True where a window of gnuplot could be shown. */
	readonly hasDisplay: boolean;
	/** The watch that is on; absent before the first and while one gives way to the next. */
	session: Session | undefined;
	/** Seconds between samples. */
	interval: number;
	/** Samples until the program leaves by itself. */
	remaining: number;
	/** The command that memtop started; absent where it started none. */
	launched: Launched | undefined;
	/** Pid at the root of the tree that the target was chosen from; absent where it was not. */
	root: number | undefined;
	/** Ends the looks at the target that are taken beside its samples. */
	stopLooking: (() => void) | undefined;
	/** Where in the log the samples of the watch lie. */
	trail: Trail;
	/** Ends the newest reading of samples from the log. */
	detail: AbortController | undefined;
	/** Since when the recording is switched off, Unix seconds; absent where it is not, or never was on. */
	offSince: number | undefined;
	/** Takes back the picture that is being drawn; fulfilled when nothing of it is left. */
	cancelPlot: (() => Promise<unknown>) | undefined;
	/** The process that was picked last, and the picks that are carried out one after the other. */
	pick: object | undefined;
	picking: Promise<void>;
	/** Monotonic milliseconds at which the shell last continued the program after its own suspension. */
	resumedAt: number;
	/** Moves the clock of the screen where samples are rare, and keeps the program alive until it is left. */
	ticker: NodeJS.Timeout | undefined;
	isLeaving: boolean;
	/** Called once with the exit status, when everything is closed. */
	readonly finish: (status: number) => void;
	/** Called instead with an error that nobody expected. */
	readonly fail: (error: unknown) => void;
};

/** Unix seconds now. */
export const now = ({clock}: Pick<Live, 'clock'>): number => clock.wall() / 1000;

/** Tells the user something for some seconds, in place of the key line. */
export const say = (live: Live, text: string, tone: 'info' | 'bad' = 'info'): void => {
	live.screen.dispatch({
		type: 'noticed',
		notice: {text, tone, until: now(live) + (tone === 'bad' ? 20 : 10)},
	});
};

/** Says why nothing is recorded, where something should be. */
export const sayWhyNotRecorded = (live: Live): void => {
	const status = live.session?.status();
	if (status?.state === 'unavailable' || status?.state === 'failing') {
		say(live, `not recorded: ${status.reason ?? 'no file'}`, 'bad');
	}
};
