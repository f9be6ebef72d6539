import type {RowItem, Rows} from '../log/rows.ts';
import {addLandmark} from '../model/history.ts';
import {type Begin, beginPassage, takeInto} from './begin-passage.ts';
import type {Passage, Place} from './passage.ts';

/** The recordings of a log, found as it is read; those without a sample do not count. */
export type Recordings = {
	readonly take: (item: RowItem) => void;
	/** The last one that has a sample, with all that was read of it. */
	readonly newest: () => Passage | undefined;
	/** Where the recording of a number lies; undefined where there is none, or so many came after it that it was forgotten. */
	readonly place: (number: number) => Place | undefined;
	readonly count: () => number;
};

/** Of a log that nothing was read of. `name` is what a recording is called that does not say it. */
export const createRecordings = ({name, remark}: Naming): Recordings => {
	const places: Place[] = [];
	let next: Passage | undefined;
	let newest: Passage | undefined;
	let count = 0;
	return {
		take: item => {
			if (item.type === 'fileEnd') return;
			if (item.type === 'recording') next = begin(item);
			else {
				if (item.type === 'rows' && next) promote(next, item);
				const passage = next ?? newest;
				if (passage) takeInto(passage, item);
			}
		},
		newest: () => newest,
		place: number => places[number - 1 - (count - places.length)],
		count: () => count,
	};

	function begin(item: Begin): Passage {
		return beginPassage(item, {number: count + 1, name});
	}

	function promote(passage: Passage, rows: Rows): void {
		const [time = Number.NaN] = rows.columns[0] ?? [];
		if (remark !== undefined && count === 0) {
			addLandmark(passage.intake.recording().history, {type: 'step', time, text: remark});
		}
		if (newest) newest.place.until = passage.place.from.offset;
		count += 1;
		newest = passage;
		next = undefined;
		places.push(passage.place);
		if (places.length > mostPlaces) places.splice(0, mostPlaces / 2);
	}
};

/** What the log is called, and what is to be said at its first sample. */
export type Naming = {readonly name: string; readonly remark?: string | undefined};

// Nobody steps back through more; a file of millions of tiny recordings must not take memory without bound.
const mostPlaces = 10_000;
