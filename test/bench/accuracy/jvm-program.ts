import {setTimeout} from 'node:timers/promises';
import {jvmSource} from '../../../src/sources/jvm/index.ts';
import type {Probe} from '../../../src/sources/source.ts';
import {type JavaTarget, type Note, startJava} from '../../sources/jvm/helpers/java-target.ts';
import {measureCost} from './cost.ts';
import type {AccuracyRow} from './row.ts';

/** A collector, and the options that choose it. */
export type JvmCase = {
	readonly name: string;
	readonly options: readonly string[];
	/** True when it counts its heap only when it collects, so that only then it is compared. */
	readonly countsSeldom?: boolean;
};

const sizes = ['-Xms64m', '-Xmx512m'];

/** All of them. */
export const jvmCases: readonly JvmCase[] = [
	...['Serial', 'Parallel', 'G1', 'Shenandoah'].map(name => ({
		name,
		options: [`-XX:+Use${name}GC`, ...sizes],
	})),
	{name: 'ZGC, after a collection', options: ['-XX:+UseZGC', '-Xmx1536m'], countsSeldom: true},
];

/** Takes 100 samples of a JVM while it allocates, frees and idles, and compares them with its own MemoryMXBean. */
export const measureJvm = async ({name, options, countsSeldom = false}: JvmCase): Promise<AccuracyRow> => {
	const java = await startJava(options);
	try {
		await java.tell('note');
		const {probe, cost} = await measureCost(java.target, jvmSource);
		const samples = countsSeldom
			? await takeAfterCollections(java, probe)
			: await takeThroughout(java, probe);
		probe.close();
		const isCheap = cost.reading <= 150 && cost.opening <= 200;
		return {target: `JVM, ${name}`, cost, ...judge(samples, isCheap)};
	} finally {
		await java.end();
	}
};

type Sample = {
	/** The program did nothing for a quarter of a second. */
	readonly isQuiet: boolean;
	readonly used: number;
	readonly committed: number;
	/** What the MemoryMXBean said in the 100 ms before, and as soon as it could after. */
	readonly notes: readonly Note[];
};

const mebibyte = 1024 ** 2;
const quietTime = 250;
const span = 100;

const takeThroughout = async (java: JavaTarget, probe: Probe): Promise<readonly Sample[]> => {
	const read = createReader(probe);
	const idle = (): Promise<readonly Sample[]> => takeQuiet(java, read);
	const work = async (): Promise<readonly Sample[]> => {
		const done = java.tell('churn 1200 20000');
		const taken = await take(25, read);
		await done;
		return withNotes(java, taken, false);
	};
	const tell = async (...commands: readonly string[]): Promise<readonly Sample[]> => {
		for (const command of commands) await java.tell(command);
		return idle();
	};
	return [
		...(await work()),
		...(await idle()),
		...(await tell(`allocate ${96 * mebibyte} 10000`)),
		...(await tell(`allocate ${32 * mebibyte} 4000000`)),
		...(await tell('drop', 'collect')),
		...(await work()),
		...(await idle()),
	];
};

const takeAfterCollections = async (java: JavaTarget, probe: Probe): Promise<readonly Sample[]> => {
	const read = createReader(probe);
	const samples: Sample[] = [];
	await java.tell(`allocate ${768 * mebibyte} 100000`);
	while (samples.length < 100) {
		await java.tell(`allocate ${8 * mebibyte} 10000`);
		await java.tell('collect');
		samples.push(...(await takeQuiet(java, read)));
	}
	return samples;
};

type Taken = {readonly time: number; readonly used: number; readonly committed: number};

// While there are no numbers of one moment, the last ones are held, as on the screen.
const createReader = (probe: Probe): (() => Taken) => {
	let [used, committed] = [Number.NaN, Number.NaN];
	return () => {
		const {values} = probe.read();
		used = values['jvm.used'] ?? used;
		committed = values['jvm.committed'] ?? committed;
		return {time: Number(process.hrtime.bigint()) / 1e6, used, committed};
	};
};

const take = async (count: number, read: () => Taken): Promise<readonly Taken[]> => {
	const taken: Taken[] = [];
	while (taken.length < count) {
		await setTimeout(45);
		taken.push(read());
	}
	return taken;
};

const takeQuiet = async (java: JavaTarget, read: () => Taken): Promise<readonly Sample[]> => {
	await setTimeout(quietTime);
	return withNotes(java, await take(10, read), true);
};

const withNotes = async (
	java: JavaTarget,
	taken: readonly Taken[],
	isQuiet: boolean,
): Promise<readonly Sample[]> => {
	const notes = await java.notes(10_000);
	return taken.map(({time, ...sizes}) => {
		const past = notes.filter(note => note.time <= time && note.time > time - span);
		const next = notes.find(note => note.time > time);
		return {isQuiet, ...sizes, notes: next ? [...past, next] : past};
	});
};

const judge = (
	samples: readonly Sample[],
	isCheap: boolean,
): Pick<AccuracyRow, 'inUse' | 'system' | 'isReached'> => {
	const quiet = samples.filter(({isQuiet}) => isQuiet);
	const busy = samples.filter(({isQuiet}) => !isQuiet);
	const inside = busy.filter(sample => isInside(sample, 'used')).length;
	const [used, committed] = [worst(quiet, 'used'), worst(quiet, 'committed')];
	const range = busy.length > 0 ? `; busy: ${inside} of ${busy.length} in its range of 100 ms` : '';
	return {
		inUse: `quiet: at most ${inPercent(used)} off${range}`,
		system: `quiet: at most ${inPercent(committed)} off`,
		isReached:
			isCheap && samples.length >= 90 && used <= limit && committed <= limit && inside >= 0.95 * busy.length,
	};
};

const limit = 0.005;

type Size = 'used' | 'committed';

const rangeOf = ({notes}: Sample, size: Size): readonly [number, number] => {
	const sizes = notes.map(note => note[size]);
	return [Math.min(...sizes), Math.max(...sizes)];
};

// It notes no change below 256 KiB, nor what the heap was the moment a collection ended.
const isInside = (sample: Sample, size: Size): boolean => {
	const [low, high] = rangeOf(sample, size);
	return sample[size] >= low * (1 - limit) && sample[size] <= high * (1 + limit);
};

// The largest share by which one is off from what the program said last.
const worst = (samples: readonly Sample[], size: Size): number =>
	Math.max(...samples.map(sample => shareOff(sample, size)));

const shareOff = (sample: Sample, size: Size): number => {
	const last = sample.notes.at(-1)?.[size] ?? Number.NaN;
	return Math.abs(sample[size] - last) / last;
};

const inPercent = (share: number): string => `${(100 * share).toFixed(2)} %`;
