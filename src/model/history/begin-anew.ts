import {emptySeries, nothingShared} from '../series.ts';
import type {History} from './history.ts';

/**
 * Forgets the curves, in place, since the clock was set back to `time` (Unix seconds): what was drawn would lie in the
 * future. The statistics and the length of the watch go on; of the landmarks only those stay that say that the clock
 * was set and are not in the future, of the stretches the newest.
 */
export const beginAnew = (history: History, time: number): void => {
	const {breaks, landmarks, stretches} = history;
	history.start += time - history.end;
	history.series.clear();
	history.approximate = emptySeries(history.limits.other);
	history.shared = nothingShared();
	breaks.length = 0;
	replace(
		landmarks,
		landmarks.filter(landmark => landmark.type === 'step' && landmark.time <= time),
	);
	replace(
		stretches,
		stretches.slice(-1).map(stretch => ({...stretch, from: time})),
	);
};

const replace = <Item>(list: Item[], items: readonly Item[]): void => {
	list.splice(0, list.length, ...items);
};
