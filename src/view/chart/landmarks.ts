import {indexAtTime} from '../../model/ascending.ts';
import type {Landmark} from '../../model/landmark.ts';
import {columnAt, columnTime, type TimeAxis} from './columns.ts';

/** What a chart draws of the landmarks, in cells counted from its left. */
export type LandmarkCells = {
	/** At most one a cell, ascending. */
	readonly lines: readonly LandmarkLine[];
	/** Cells in which nothing but missing samples lies, and those that hold a gap shorter than a cell. */
	readonly gaps: readonly number[];
	readonly shortGaps: readonly number[];
};

/** A landmark that is a moment. */
export type LandmarkLine = {readonly cell: number; readonly landmark: Landmark};

/** What of the landmarks is looked at: the chart's axis, the dot columns of a cell, and until when, in Unix seconds. */
export type LandmarkSpace = {
	readonly axis: TimeAxis;
	readonly across: number;
	readonly until?: number | undefined;
};

/** Finds the cells of the landmarks (ascending in time) that lie on an axis; O(cells), however many landmarks there are. */
export const landmarkCells = (landmarks: readonly Landmark[], space: LandmarkSpace): LandmarkCells => {
	const lines: LandmarkLine[] = [];
	const gaps = new Set<number>();
	const shortGaps = new Set<number>();
	for (const seen of crowds(landmarks, space)) {
		for (const landmark of seen) if (landmark.type === 'gap') takeGap(landmark, space, {gaps, shortGaps});
		const chief = chiefOf(seen);
		if (chief) lines.push({cell: cellAt(chief.time, space), landmark: chief});
	}
	return {lines: lines.filter(({cell}) => isOn(cell, space)), gaps: [...gaps], shortGaps: [...shortGaps]};
};

// As many of one cell as are looked at: more could not be told apart.
const most = 16;

// The landmarks cell by cell, and first those before the chart, among which a gap may reach into it.
function* crowds(landmarks: readonly Landmark[], space: LandmarkSpace): Iterable<readonly Landmark[]> {
	const {axis, across, until = Number.POSITIVE_INFINITY} = space;
	const end = firstFrom(landmarks, columnTime(axis, axis.columns));
	let next = firstFrom(landmarks, columnTime(axis, 0));
	yield landmarks.slice(Math.max(0, next - most), next).filter(({type}) => type === 'gap');
	while (next < end && (landmarks[next]?.time ?? until) <= until) {
		const cell = cellAt(landmarks[next]?.time ?? Number.NaN, space);
		const after = Math.max(next + 1, firstFrom(landmarks, columnTime(axis, (cell + 1) * across)));
		yield landmarks.slice(next, Math.min(after, next + most));
		next = after;
	}
}

const firstFrom = (landmarks: readonly Landmark[], time: number): number =>
	indexAtTime(landmarks, time, landmark => landmark.time);

const cellAt = (time: number, {axis, across}: LandmarkSpace): number =>
	Math.floor(columnAt(axis, time) / across);

const isOn = (cell: number, {axis, across}: LandmarkSpace): boolean =>
	cell >= 0 && cell < axis.columns / across;

// Of those in one cell, what a person set tells most.
const chiefOf = (landmarks: readonly Landmark[]): Landmark | undefined => {
	const moments = landmarks.filter(({type}) => type !== 'gap');
	return moments.toSorted((one, other) => ranks.indexOf(one.type) - ranks.indexOf(other.type))[0];
};

const ranks: readonly Landmark['type'][] = ['mark', 'switch', 'step', 'end'];

const takeGap = (
	{time, until = time}: Landmark,
	space: LandmarkSpace,
	{gaps, shortGaps}: {gaps: Set<number>; shortGaps: Set<number>},
): void => {
	const [first, last] = [cellAt(time, space) + 1, cellAt(until, space) - 1];
	if (last < first) {
		const cell = cellAt((time + until) / 2, space);
		if (isOn(cell, space)) shortGaps.add(cell);
	}
	const end = Math.min(last, space.axis.columns / space.across - 1);
	for (let cell = Math.max(0, first); cell <= end; cell += 1) gaps.add(cell);
};
