import type {Entry} from '../../src/model/entry.ts';
import type {Reading} from '../../src/model/reading.ts';
import type {Sample} from '../../src/model/sample.ts';
import {createSampler} from '../../src/sampler/sampler.ts';
import type {Probe} from '../../src/sources/source.ts';
import {handClock} from './hand-clock.ts';

/** Unix seconds at which a clock set by hand begins. */
export const start = 1_763_791_200;

export const plainReading: Reading = {values: {used: 10, held: 20}};

export const probeOf = (read: () => Reading): Probe => ({read, close: () => {}});

/** A sampler of these probes on a clock set by hand, and what it has told so far. */
export const sampling = ({interval = 1, probes = [probeOf(() => plainReading)]}: Partial<Sampling> = {}) => {
	const hand = handClock();
	const entries: Entry[] = [];
	const sampler = createSampler({
		...{probes, interval, clock: hand.clock, paceFor: hand.paceFor},
		source: {inUse: 'used', system: 'held'},
		emit: entry => entries.push(entry),
	});
	const samples = (): readonly Sample[] =>
		entries.flatMap(entry => (entry.type === 'sample' ? [entry.sample] : []));
	return {
		...hand,
		...{sampler, entries, samples},
		/** Seconds since the start, by sample. */
		times: () => samples().map(({time}) => Math.round((time - start) * 1e6) / 1e6),
		/** What was told besides samples. */
		notes: () => entries.filter(({type}) => type !== 'sample'),
	};
};

type Sampling = {readonly interval: number; readonly probes: readonly Probe[]};
