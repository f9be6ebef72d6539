import type {Clock} from '../../model/clock.ts';
import type {Reading} from '../../model/reading.ts';
import type {HeldBytes} from '../../platform/linux/held-bytes.ts';
import type {Probe} from '../source.ts';
import type {Accounts} from './accounts.ts';
import {createCollections} from './collections.ts';
import {goMetrics} from './metrics.ts';
import {createMomentReader, type MomentOptions, type Obstacle} from './moment.ts';
import {createSettler, type Settled} from './settled-sys.ts';
import {collectionsReading, collectorReading, sysValues} from './values.ts';

/** What a probe reads. */
export type ProbeOptions = MomentOptions & {
	readonly memory: Pick<HeldBytes, 'readNow'>;
	readonly accounts: Accounts | undefined;
	readonly title: string;
	readonly clock: Clock;
	readonly close: () => void;
};

/** Reads the totals of a Go process on every tick, and gives numbers only where they are those of one moment. */
export const createGoProbe = ({title, close, ...options}: ProbeOptions): Probe => {
	const readMoment = createMomentReader(options);
	const settle = createSettler({...options, readMoment});
	const countCollections = createCollections(options);
	let torn = 0;

	const explain = (obstacle: Obstacle): Reading => {
		torn = obstacle === 'torn' ? torn + 1 : 0;
		const reading = withoutNumbers(absences[obstacle]);
		return obstacle === 'ended' || (obstacle === 'torn' && torn < tornLimit)
			? reading
			: {...reading, lost: absences[obstacle]};
	};

	return {
		title,
		read: () => {
			const first = readMoment();
			const moment = first === 'torn' ? readMoment() : first;
			if (typeof moment === 'string') return explain(moment);
			torn = 0;
			const settled = settle(moment);
			return settled
				? readingOf(settled, options.location.totals, countCollections())
				: withoutNumbers('in the middle of a change');
		},
		close,
	};
};

/** Why there are no numbers, and once the probe is done with for good, why. */
const absences = {
	torn: 'the totals of the runtime contradict each other',
	ended: 'the process has ended',
	executed: 'the process executed another program',
	unmapped: 'the memory of the runtime is gone',
} as const satisfies Readonly<Record<Obstacle, string>>;

// Readings in a row: a change takes microseconds, so that totals which stay wrong are no totals.
const tornLimit = 20;

const readingOf = ({moment, sys}: Settled, totals: number, count: number | undefined): Reading => {
	const collector = collectorReading(moment.bytes, totals, moment.pacing);
	const collections = collectionsReading(count);
	return {
		values: {...sysValues(moment.totals, sys), ...collector.values, ...collections.values},
		absent: {...collector.absent, ...collections.absent},
	};
};

const withoutNumbers = (reason: string): Reading => ({
	values: {},
	absent: Object.fromEntries(goMetrics.map(({id}) => [id, reason])),
});
