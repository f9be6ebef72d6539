import type {Clock} from '../model/clock.ts';
import type {SourceInfo} from '../model/source-info.ts';
import type {Probe} from '../sources/source.ts';

/** A probe, what its numbers mean, and what is called once with a clause when it turns out to tell neither. */
export type Silence = {
	readonly probe: Probe;
	readonly source: Pick<SourceInfo, 'inUse' | 'system'>;
	readonly onSilent: (reason: string) => void;
};

/**
 * The same probe, which says that it is lost when it has told neither in use nor system for some seconds from its first
 * reading on: what opened well can turn out to be no runtime at all.
 */
export const unlessSilent = ({probe, source, onSilent}: Silence, clock: Pick<Clock, 'monotonic'>): Probe => {
	let [isHeard, since] = [false, Number.NaN];
	return {
		...probe,
		read: () => {
			const reading = probe.read();
			if (isHeard) return reading;
			isHeard = source.inUse in reading.values || source.system in reading.values;
			if (Number.isNaN(since)) since = clock.monotonic();
			if (isHeard || reading.lost !== undefined || clock.monotonic() - since < patience) return reading;
			const reason = reading.absent?.[source.inUse] ?? 'it tells no number';
			onSilent(reason);
			return {...reading, lost: reason};
		},
	};
};

// Milliseconds.
const patience = 5000;
