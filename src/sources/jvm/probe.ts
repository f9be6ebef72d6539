import type {Clock} from '../../model/clock.ts';
import type {Reading} from '../../model/reading.ts';
import {wordAt} from '../../platform/linux/words.ts';
import type {Probe} from '../source.ts';
import type {CounterBytes} from './counter-bytes.ts';
import {jvmMetrics} from './metrics.ts';
import {createMomentReader, type MomentOptions, type Obstacle} from './moment.ts';
import {createMotion} from './motion.ts';
import {createReadings, type ShownCounters} from './values.ts';

/** What a probe reads. */
export type ProbeOptions = Omit<MomentOptions, 'counters'> &
	ShownCounters & {
		readonly title: string;
		readonly counters: CounterBytes;
		readonly outside?: Probe['outside'];
		readonly clock: Clock;
		readonly close: () => void;
	};

/** Reads the counters of a JVM on every tick, and gives numbers only where they are those of one moment. */
export const createJvmProbe = ({title, close, outside, ...options}: ProbeOptions): Probe => {
	const {counters, virtual, clock} = options;
	const readMoment = createMomentReader(options);
	const readingOf = createReadings(options);
	const isMoving = counters.mayBeOld ? createMotion(clock) : () => true;

	const explain = (obstacle: Obstacle): Reading => {
		if (virtual() === undefined) return withoutNumbers('the process has ended');
		const reading = withoutNumbers(absences[obstacle]);
		return isLoss[obstacle] ? {...reading, lost: absences[obstacle]} : reading;
	};

	return {
		title,
		read: () => {
			const moment = readMoment();
			if (typeof moment === 'string') return explain(moment);
			const reading = readingOf(moment);
			return isMoving(wordAt(moment.bytes, options.ticks)) ? reading : {...reading, approximate: true};
		},
		...(outside && {outside}),
		close: () => {
			counters.close();
			close();
		},
	};
};

/** Why there are no numbers, and once the probe is done with for good, why. */
const absences = {
	torn: 'in the middle of a change',
	collecting: 'a collection has the program stopped',
	closed: 'the JVM has closed its counters',
	executed: 'the process executed another program',
	unmapped: 'the counters of the JVM are gone',
} as const satisfies Readonly<Record<Obstacle, string>>;

const isLoss: Readonly<Record<Obstacle, boolean>> = {
	torn: false,
	collecting: false,
	closed: false,
	executed: true,
	unmapped: true,
};

const withoutNumbers = (reason: string): Reading => ({
	values: {},
	absent: Object.fromEntries(jvmMetrics.map(({id}) => [id, reason])),
});
