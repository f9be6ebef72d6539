import type {Clock} from '../../model/clock.ts';
import type {HeldBytes} from '../../platform/linux/held-bytes.ts';
import {createCollectionCounter} from './collections.ts';
import type {Counts} from './gate.ts';
import type {Isolate} from './isolate.ts';
import {createIsolateReader, type IsolateReading} from './read-isolate.ts';
import type {Known} from './values.ts';

/** The isolates of a process that are known now. */
export type Isolates = {
	/** Takes the isolates that were found: those that are new are read from now on. */
	readonly add: (found: readonly Isolate[]) => void;
	/** Reads all of them; what cannot be read now is held. Drops those that are no more. */
	readonly read: () => IsolatesReading;
	/** Addresses of their heaps. */
	readonly heaps: () => ReadonlySet<number>;
	/** Bytes of all pages now, or as they were read last. */
	readonly total: () => number;
};

/** What came of reading all isolates. */
export type IsolatesReading = {
	/** The last good reading of each, the main isolate first; undefined where one has none yet. */
	readonly known: readonly (Known | undefined)[];
	/** True when some of it is held, or is a best effort. */
	readonly isApproximate: boolean;
	/** True when an isolate was dropped. */
	readonly hasLost: boolean;
	/** True when the totals of an isolate contradict each other although it is at rest. */
	readonly isTorn: boolean;
	/** Undefined where the layout of an isolate does not say where they are. */
	readonly counts: Counts | undefined;
};

/** Starts with no isolate. */
export const createIsolates = (memory: Pick<HeldBytes, 'readNow'>, clock: Clock): Isolates => {
	let members: readonly Member[] = [];
	const counter = createCollectionCounter();
	let first = 0;

	// Begins after the last one that was read, so that each has its turn however many there are.
	const readInTurn = (): ReadonlyMap<Member, IsolateReading> => {
		const readings = new Map<Member, IsolateReading>();
		const begun = clock.monotonic();
		const order = [...members.slice(first), ...members.slice(0, first)];
		for (const member of order) {
			if (readings.size >= readAtLeast && clock.monotonic() - begun > sliceLimit) break;
			readings.set(member, readMember(member));
		}
		first = readings.size === members.length ? 0 : (first + readings.size) % members.length;
		return readings;
	};

	const readMember = (member: Member): IsolateReading => {
		const reading = readTwice(member);
		if ('counts' in reading && reading.counts) counter.note(member.isolate.heap, reading.counts);
		if (reading.state === 'whole') member.known = reading;
		return reading;
	};
	return {
		heaps: () => new Set(members.map(({isolate}) => isolate.heap)),
		total: () => {
			readInTurn();
			return members.reduce((sum, {known}) => sum + (known?.figures.total ?? 0), 0);
		},
		add: found => {
			const added = found.filter(({heap}) => !members.some(({isolate}) => isolate.heap === heap));
			members = [
				...members,
				...added.map(isolate => ({isolate, read: createIsolateReader(memory, isolate), known: undefined})),
			];
		},
		read: () => {
			const readings = readInTurn();
			const states = new Set([...readings.values()].map(({state}) => state));
			const isDead = (member: Member): boolean => readings.get(member)?.state === 'dead';
			for (const {isolate} of members.filter(isDead)) counter.retire(isolate.heap);
			const isWhole = readings.size === members.length;
			members = members.filter(member => !isDead(member));
			return {
				known: members.map(({known}) => known),
				isApproximate:
					states.has('collecting') || states.has('torn') || !isWhole || members.some(isBestEffort),
				hasLost: states.has('dead'),
				isTorn: states.has('torn'),
				counts: members.some(isUncounted) ? undefined : counter.total(),
			};
		},
	};
};

// What of a new space of pages (`--minor-ms`) is swept already and what not yet is not told.
const isBestEffort = ({isolate: {layout, newSpace}}: Member): boolean =>
	newSpace.paged !== undefined || layout.isUnproven === true;

const isUncounted = ({isolate}: Member): boolean => isolate.layout.heap.state === undefined;

// Milliseconds of reading within a tick, enough for some 50 isolates; a few are read even where others have the processor.
const sliceLimit = 1;
const readAtLeast = 8;

type Member = {readonly isolate: Isolate; readonly read: () => IsolateReading; known: Known | undefined};

// What was caught between two writes is read again at once.
const readTwice = ({read}: Member): IsolateReading => {
	const reading = read();
	return reading.state === 'torn' ? read() : reading;
};
