import type {State} from '../app/state.ts';
import {clockText, dateText} from '../model/local-time.ts';

/**
 * The local time of the cursor: `13:46:03.250`, with the date before it where the day is not plain from what else is on
 * the screen. Undefined without a cursor.
 */
export const cursorText = (state: State): string | undefined => {
	const {cursor} = state.view;
	if (cursor === undefined) return undefined;
	const clock = clockText(cursor, 'millisecond');
	return isOfPlainDay(state, cursor) ? clock : `${dateText(cursor)} ${clock}`;
};

const isOfPlainDay = ({viewed, history, now}: State, time: number): boolean =>
	viewed ? dateText(history.start) === dateText(history.end) : dateText(time) === dateText(now);
