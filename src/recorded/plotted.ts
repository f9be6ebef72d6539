import type {State} from '../app/state.ts';
import type {FigureOptions} from '../figure/figure.ts';
import type {Asked} from '../figure/placement.ts';
import type {Choice} from '../figure/read-recordings.ts';
import {plottedStretch} from '../screen/plotted-stretch.ts';
import type {OpenLog} from './open-log.ts';

/** What is looked at, and how. */
export type LookedAt = {
	readonly log: OpenLog;
	/** The second log, to compare with. */
	readonly other: OpenLog | undefined;
	readonly state: State;
};

/** The recordings that the screen shows, of the stretch and in the place that it shows them. */
export const plotted = ({log, other, state}: LookedAt): FigureOptions => {
	const stretch = plottedStretch(state);
	if (!other?.shown()) return {paths: [log.path], choice: choiceOf(log), ...stretch};
	const {align} = state.view;
	return {
		paths: [log.path, other.path],
		choice: [choiceOf(log), choiceOf(other)],
		align,
		...(align === 'start' ? sinceStartOf(stretch, state.history.start) : stretch),
	};
};

const choiceOf = (log: OpenLog): Choice => log.shown()?.place.number ?? 'last';

const sinceStartOf = ({from, to}: Pick<Asked, 'from' | 'to'>, start: number): Pick<Asked, 'sinceStart'> =>
	from && to && 'at' in from && 'at' in to ? {sinceStart: {from: from.at - start, to: to.at - start}} : {};
