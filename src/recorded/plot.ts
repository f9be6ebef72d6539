import type {Notice} from '../app/state.ts';
import {drawLogs} from '../figure/draw-recording.ts';
import {shownPath} from '../log/errors.ts';
import {reasonOf} from '../model/system-error.ts';
import type {Outcome} from '../plot/drawing.ts';
import {namedAfter} from '../plot/named-after.ts';
import {pictureInTerminal} from '../screen/picture-in-terminal.ts';
import {plotted} from './plotted.ts';
import type {Viewing} from './viewing.ts';

/** Draws the recording that is shown, and the one it is compared with, as far as they are in sight; tells how it went. */
export const drawPlot = async (viewing: Viewing): Promise<void> => {
	const control = new AbortController();
	const drawn = draw(viewing, control.signal).then(noticeOf, (error: unknown): Notice => {
		return {text: `no picture: ${reasonOf(error)}`, tone: 'bad'};
	});
	viewing.cancelPlot = () => {
		control.abort();
		return drawn;
	};
	const notice = await drawn;
	viewing.cancelPlot = undefined;
	if (!viewing.isLeaving) viewing.screen.dispatch({type: 'plotEnded', notice});
};

const draw = ({log, other, screen, hasDisplay}: Viewing, signal: AbortSignal): Promise<Outcome> =>
	drawLogs(
		{
			...plotted({log, other, state: screen.state()}),
			...{output: namedAfter(log.path, 'png'), display: hasDisplay},
			inTerminal: pictureAt => pictureInTerminal({screen, pictureAt}),
		},
		signal,
	);

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
			return {text: `picture: ${shownPath(outcome.path)}${note}`, tone: 'info'};
		}
	}
};
