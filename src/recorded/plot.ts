import {basename} from 'node:path';
import type {Notice} from '../app/state.ts';
import {drawLogs} from '../figure/draw-recording.ts';
import {messageOf} from '../live/live.ts';
import {pictureInTerminal} from '../live/picture-in-terminal.ts';
import {plottedStretch} from '../live/plotted-stretch.ts';
import {shownPath} from '../log/errors.ts';
import type {Outcome} from '../plot/drawing.ts';
import type {Viewing} from './viewing.ts';

/** Draws the recording that is shown, and the one it is compared with, as far as they are in sight; tells how it went. */
export const drawPlot = async (viewing: Viewing): Promise<void> => {
	const control = new AbortController();
	const drawn = draw(viewing, control.signal).then(noticeOf, (error: unknown): Notice => {
		return {text: `no picture: ${messageOf(error)}`, tone: 'bad'};
	});
	viewing.cancelPlot = () => {
		control.abort();
		return drawn;
	};
	const notice = await drawn;
	viewing.cancelPlot = undefined;
	if (!viewing.isLeaving) viewing.screen.dispatch({type: 'plotEnded', notice});
};

const draw = ({log, other, screen, hasDisplay}: Viewing, signal: AbortSignal): Promise<Outcome> => {
	const state = screen.state();
	const {align} = state.view;
	const number = log.shown()?.place.number ?? 1;
	return drawLogs(
		{
			// What is compared with is the newest recording of its file.
			...(other
				? {paths: [log.path, other.path], choice: 'last', align}
				: {paths: [log.path], choice: number}),
			// Of two that lie over each other by their starts no stretch of time is of both.
			...(other && align === 'start' ? {} : plottedStretch(state)),
			...{output: log.path.replace(/(?<=[^/])\.log$|$/, '.png'), display: hasDisplay},
			inTerminal: pictureAt => pictureInTerminal({screen, pictureAt}),
		},
		signal,
	);
};

const noticeOf = (outcome: Outcome): Notice => {
	switch (outcome.kind) {
		case 'window':
			return {text: 'gnuplot shows the picture in its window', tone: 'info'};
		case 'shown':
			return {text: 'the picture was shown here', tone: 'info'};
		case 'cancelled':
			return {text: 'the picture was cancelled', tone: 'info'};
		case 'failed':
			return {text: `gnuplot failed: ${outcome.message}`, tone: 'bad'};
		default: {
			const note = outcome.note === undefined ? '' : ` (${outcome.note})`;
			return {text: `picture: ${shownPath(basename(outcome.path))} beside the log${note}`, tone: 'info'};
		}
	}
};
