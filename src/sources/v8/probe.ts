import type {Reading} from '../../model/reading.ts';
import type {Outside, Probe} from '../source.ts';
import type {IsolatesReading} from './isolates.ts';
import {v8Metrics} from './metrics.ts';
import {countsOf, valuesOf} from './values.ts';
import type {IsolateWatch} from './watch-isolates.ts';

/** What a probe reads. */
export type ProbeOptions = {
	readonly title: string;
	readonly readIsolates: () => IsolatesReading;
	readonly watch: IsolateWatch;
	/** Whether the process still has the memory that was opened. */
	readonly stateOf: () => 'alive' | 'ended' | 'executed';
	readonly outside: () => Promise<Outside | undefined>;
	readonly close: () => void;
};

/** Reads all isolates on every tick; while one of them is collected, its last good numbers are held. */
export const createV8Probe = ({title, readIsolates, watch, stateOf, outside, close}: ProbeOptions): Probe => {
	let torn = 0;

	const judge = (reading: IsolatesReading): Reading => {
		const {known, isApproximate, isTorn, counts} = reading;
		torn = isTorn ? torn + 1 : 0;
		if (torn >= tornLimit) return {...withoutNumbers(absences.torn), lost: absences.torn};
		if (!known.every(isKnown)) return withoutNumbers(absences.unread, countsOf(counts));
		const values = valuesOf(known, counts);
		return {values, ...absentFrom(values), approximate: isApproximate || watch.isUnsure()};
	};

	return {
		title,
		read: () => {
			const reading = readIsolates();
			if (reading.hasLost) watch.doubt();
			watch.check();
			if (reading.known.length > 0) return judge(reading);
			const state = stateOf();
			if (state === 'ended') return withoutNumbers(absences.ended);
			if (state === 'executed' || !watch.isUnsure()) {
				const reason = absences[state === 'executed' ? state : 'gone'];
				return {...withoutNumbers(reason), lost: reason};
			}
			return withoutNumbers(absences.gone);
		},
		outside,
		close: () => {
			watch.stop();
			close();
		},
	};
};

/** Why there are no numbers, and once the probe is done with for good, why. */
const absences = {
	torn: 'the totals of V8 contradict each other',
	unread: 'a heap could not be read yet',
	ended: 'the process has ended',
	executed: 'the process executed another program',
	gone: 'the process has no isolate any more',
} as const;

// Readings in a row: between collections totals contradict each other for microseconds.
const tornLimit = 100;

const isKnown = <Value>(value: Value | undefined): value is Value => value !== undefined;

const absentFrom = (values: Reading['values']): Pick<Reading, 'absent'> => {
	const missing = notAlwaysKnown.filter(id => values[id] === undefined);
	return missing.length === 0
		? {}
		: {absent: Object.fromEntries(missing.map(id => [id, 'not known in this version of V8']))};
};

const notAlwaysKnown = ['v8.external', 'v8.heap_limit', 'v8.scavenges', 'v8.mark_compacts'];

const withoutNumbers = (reason: string, values: Reading['values'] = {}): Reading => ({
	values,
	absent: Object.fromEntries(
		v8Metrics.filter(({id}) => values[id] === undefined).map(({id}) => [id, reason]),
	),
});
