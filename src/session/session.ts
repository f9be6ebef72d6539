import type {Clock} from '../model/clock.ts';
import type {Entry} from '../model/entry.ts';
import type {SourceInfo} from '../model/source-info.ts';
import type {Target} from '../model/target.ts';
import {createSampler, type Sampler} from '../sampler/sampler.ts';
import type {Chosen} from '../sources/choose.ts';
import {osSource} from '../sources/os/index.ts';
import type {Probe, Refusal, Source} from '../sources/source.ts';
import {TargetError} from '../target/errors.ts';
import {createCandidates} from './candidates.ts';
import {headerOf} from './header.ts';
import {isProcess, planFor, type ReadingPlan} from './reading.ts';
import {openRecording, type Recording, type RecordingOptions} from './recording.ts';
import {unlessSilent} from './silence.ts';

/** One watch of one target: probes, sampler and log, from its opening to its end. */
export type Session = Pick<Recording, 'status' | 'path' | 'pause' | 'mark'> & {
	readonly target: Target;
	/** What is read now. */
	readonly source: () => SourceInfo;
	/** Takes the first sample, and the others on their grid from then on. */
	readonly start: () => void;
	/** Switches the recording on; as `Recording` does. */
	readonly resume: () => void;
	/**
	 * Asks the sources which reads the target best, and goes on with that one; with the one that is read now where none
	 * before it does, or where it was asked for by `nextSource`. Resolves when it is decided.
	 */
	readonly chooseSource: () => Promise<void>;
	/** Goes on under the names of the program that the process executes now, with the source that reads that best. */
	readonly executed: (target: Target) => Promise<void>;
	/** Goes on with the next source that reads the target, in their order; false when there is no other. */
	readonly nextSource: () => Promise<boolean>;
	/** Seconds between samples from now on. */
	readonly setInterval: (seconds: number) => void;
	/** Why samples are about to be missing, for example `suspended`. */
	readonly explain: (reason: string) => void;
	/** Stops sampling and closes the log; says why in it, unless the target ended before. */
	readonly close: (reason: string) => void;
};

/** What a session is made of. */
export type SessionOptions = {
	readonly target: Target;
	/** To choose from, the most telling first; with only one, that one has to read the target. */
	readonly sources: readonly Source[];
	/** Seconds between samples. */
	readonly interval: number;
	readonly clock: Clock;
	/** Reads every process beside its source; tests pass their own. */
	readonly os?: Pick<Source, 'open'>;
	readonly recording: RecordingOptions;
	/** Told everything that goes into the log, after it is there. */
	readonly onEntry: (entry: Entry) => void;
	/** Told when another source is read from now on, and why better ones do not read the target. */
	readonly onSource?: (source: SourceInfo, refusals: readonly Refusal[]) => void;
};

/**
 * Opens a target for watching, read by the operating system's numbers until a source is chosen. Rejects with TargetError
 * when the only source given does not read it, with TargetGoneError when it has ended meanwhile, and with LogError when
 * the file that was asked for cannot be used.
 */
export const openSession = async (options: SessionOptions): Promise<Session> => {
	const {target, sources} = options;
	const os = isProcess(target) ? await openOs(options) : undefined;
	const forced = sources.length === 1 ? await openForced(sources, target).catch(closing(os)) : undefined;
	const recording = closingOnFailure([os, forced?.probe], () =>
		openRecording(options.recording, target.pid, options.clock),
	);
	return createSession(options, {os, forced, recording});
};

type Parts = {
	readonly os: Probe | undefined;
	readonly forced: Chosen | undefined;
	readonly recording: Recording;
};

const createSession = (options: SessionOptions, {os, forced, recording}: Parts): Session => {
	const {clock, sources} = options;
	let {target, interval} = options;
	const candidates = createCandidates(sources);
	let chosen = forced && listenedTo(forced);
	let plan: ReadingPlan = planFor(os, chosen, clock);
	let [hasStarted, isOver, isCycled] = [false, false, false];
	let choosing: Promise<void> | undefined;
	// Why the target is read by no better source, as last found out.
	let reasons: readonly Refusal[] = [];
	const sampler: Sampler = createSampler({...plan, interval, clock, emit, onLost: lose});
	return {
		...recording,
		target,
		source: () => plan.source,
		start: () => {
			if (!hasStarted) writeHeader(false);
			hasStarted = true;
			sampler.start();
		},
		chooseSource: async () => {
			if (!forced && !isCycled) await chooseAnew();
		},
		executed: async now => {
			const isRenamed = now.name !== target.name;
			target = now;
			candidates.renew();
			if (isRenamed && hasStarted && !isOver) writeHeader(true);
			// A source that read the old program says by itself that it is lost.
			if (!forced && !chosen) await chooseAnew();
		},
		nextSource: async () => {
			const before = plan.source.name;
			isCycled = true;
			const {chosen: next, refusals} = await candidates.next(target, before);
			if (!next && refusals.length > 0) reasons = refusals;
			if (next || chosen || refusals.length > 0) use(next, next ? [] : reasons);
			return plan.source.name !== before;
		},
		setInterval: seconds => {
			interval = seconds;
			if (isOver) return;
			writeHeader(true);
			sampler.setInterval(seconds);
		},
		explain: sampler.explain,
		close: reason => {
			sampler.stop();
			if (!isOver) recording.write({type: 'end', time: clock.wall() / 1000, details: {reason}});
			isOver = true;
			recording.close();
			for (const probe of [os, chosen?.probe]) probe?.close();
		},
	};

	function emit(entry: Entry): void {
		isOver ||= entry.type === 'end';
		recording.write(entry);
		options.onEntry(entry);
	}

	function writeHeader(continues: boolean): void {
		const {withCommand} = options.recording;
		recording.write(
			headerOf({
				target,
				source: plan.source,
				interval,
				continues,
				withCommand,
				recorded: clock.wall() / 1000,
			}),
		);
	}

	// Columns 1 to 3 never mix two meanings in one stretch: the next one begins with the switch.
	function use(next: Chosen | undefined, refusals: readonly Refusal[]): void {
		if (isOver) {
			next?.probe.close();
			return;
		}
		if (next !== chosen) change(next);
		options.onSource?.(plan.source, refusals);
	}

	function change(next: Chosen | undefined): void {
		chosen?.probe.close();
		chosen = next && listenedTo(next);
		plan = planFor(os, chosen, clock);
		sampler.use(plan);
		if (hasStarted) writeHeader(true);
	}

	function listenedTo({source, probe}: Chosen): Chosen {
		const onSilent = (reason: string): void => candidates.silence(source.name, reason);
		return {source, probe: unlessSilent({probe, source, onSilent}, clock)};
	}

	function lose(): void {
		use(undefined, []);
		isCycled = false;
		void chooseAnew();
	}

	// One at a time: a second answer would only repeat the first.
	function chooseAnew(): Promise<void> {
		choosing ??= ask().finally(() => {
			choosing = undefined;
		});
		return choosing;
	}

	async function ask(): Promise<void> {
		const current = chosen;
		const {chosen: best, refusals} = await candidates.best(target, current?.source.name);
		if (!current) reasons = refusals;
		if (best || (!current && refusals.length > 0)) use(best, refusals);
	}
};

const openOs = async ({os = osSource, target}: SessionOptions): Promise<Probe> => {
	const opened = await os.open(target);
	if (opened.refused === undefined) return opened;
	throw new TargetError(`expected a process that can be read: ${opened.refused}`);
};

const openForced = async (sources: readonly Source[], target: Target): Promise<Chosen | undefined> => {
	const [source] = sources;
	if (!source || source.name === osSource.name) return undefined;
	const opened = await source.open(target);
	if (opened.refused === undefined) return {source, probe: opened};
	const help = opened.help === undefined ? '' : `; ${opened.help}`;
	throw new TargetError(`expected a process that source "${source.name}" can read: ${opened.refused}${help}`);
};

const closing = (probe: Probe | undefined) => (error: unknown) => {
	probe?.close();
	throw error;
};

const closingOnFailure = <Result>(probes: readonly (Probe | undefined)[], open: () => Result): Result => {
	try {
		return open();
	} catch (error) {
		for (const probe of probes) probe?.close();
		throw error;
	}
};
