import type {Clock} from '../model/clock.ts';
import type {Entry, Note} from '../model/entry.ts';
import type {SourceInfo} from '../model/source-info.ts';
import type {Probe} from '../sources/source.ts';
import {TargetGoneError} from '../target/errors.ts';
import {merger} from './merge.ts';
import {paceFor as systemPaceFor} from './pace.ts';
import {type Stamp, stamper} from './stamps.ts';

/** Takes samples until it is stopped or the target ends. */
export type Sampler = {
	/** Takes the first sample now, and the others on a fixed grid from here. */
	readonly start: () => void;
	readonly stop: () => void;
	/** Seconds between samples from now on; the grid begins anew. */
	readonly setInterval: (seconds: number) => void;
	/** Reads by other probes, or as another source, from the next tick on. */
	readonly use: (plan: Pick<SamplerOptions, 'probes' | 'source'>) => void;
	/** Why the next gap is one, for example `suspended`. */
	readonly explain: (reason: string) => void;
	/** Ticks that came too late to be sampled, gaps included. */
	readonly missed: () => number;
};

/** What a sampler works with. */
export type SamplerOptions = {
	/** Read in this order at every tick; later ones win where two read the same metric. */
	readonly probes: readonly Probe[];
	readonly source: Pick<SourceInfo, 'inUse' | 'system'>;
	/** Seconds between samples. */
	readonly interval: number;
	readonly clock: Clock;
	/**
	 * Told each sample, gap, step and the end, in order, within the tick: it is in the log before anything else
	 * happens. A stream between the two would only add a place to wait in.
	 */
	readonly emit: (entry: Entry) => void;
	/** Told when a probe says that it will never read anything again, though the target lives on. */
	readonly onLost?: () => void;
	/** How to wait for a tick; tests pass their own. */
	readonly paceFor?: typeof systemPaceFor;
};

/** A sampler that has not begun. Ticks that are missed are skipped, never made up for. */
export const createSampler = (options: SamplerOptions): Sampler => {
	const {clock, emit, paceFor = systemPaceFor} = options;
	let interval = options.interval * 1000;
	let pace = paceFor(interval, clock);
	const stamp = stamper(clock, () => decimalsFor(interval / 1000));
	let {probes} = options;
	let merge = merger(options.source);
	let isRunning = false;
	let cancel = (): void => {};
	let [origin, ticks, last, missed] = [0, 0, Number.NaN, 0];
	let reason: string | undefined;

	return {
		start: () => {
			isRunning = true;
			begin();
			tick();
		},
		stop,
		setInterval: seconds => {
			interval = seconds * 1000;
			pace = paceFor(interval, clock);
			begin();
			// The wait so far was for a tick of the old grid: against the new interval it would look like a gap.
			last = origin;
			schedule();
		},
		use: plan => {
			probes = plan.probes;
			merge = merger(plan.source);
		},
		explain: why => {
			reason = why;
		},
		missed: () => missed,
	};

	function stop(): void {
		isRunning = false;
		cancel();
	}

	function begin(): void {
		origin = clock.monotonic();
		ticks = 0;
	}

	function tick(): void {
		const now = stamp();
		try {
			const readings = probes.map(probe => probe.read());
			emitBreaks(now);
			emit({type: 'sample', sample: merge(now.time, readings)});
			last = now.monotonic;
			schedule();
			if (readings.some(({lost}) => lost !== undefined)) options.onLost?.();
		} catch (error) {
			if (!(error instanceof TargetGoneError)) throw error;
			stop();
			emit({type: 'end', time: now.time, details: {reason: 'target ended'}});
		}
	}

	function schedule(): void {
		cancel();
		if (!isRunning) return;
		// A timer may fire a little early: the tick it was for is over all the same.
		const over = Math.max(ticks, Math.floor((clock.monotonic() - origin) / interval));
		missed += over - ticks;
		ticks = over + 1;
		cancel = pace(origin + ticks * interval, tick);
	}

	function emitBreaks({time, monotonic, stepped}: Stamp): void {
		const absent = monotonic - last - interval;
		const isGap = absent > Math.max(3 * interval, 250);
		if (stepped !== undefined) emitBroken({type: 'step', time, details: {by: round(stepped)}});
		else if (isGap || reason !== undefined) emitBroken(gapOf(time, absent));
		reason = undefined;
	}

	function emitBroken(note: Note): void {
		emit(note);
		emit({type: 'break'});
	}

	function gapOf(time: number, absent: number): Note {
		const details = {
			reason: reason ?? 'late',
			seconds: round(absent / 1000),
			missed: Math.round(absent / interval),
		};
		return {type: 'gap', time, details};
	}
};

/** Digits after the point of a stamp: milliseconds, and microseconds for intervals (seconds) below a tenth. */
export const decimalsFor = (interval: number): 3 | 6 => (interval < 0.1 ? 6 : 3);

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;
