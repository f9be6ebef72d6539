import type {Notice} from '../app/state.ts';
import {drawLogs} from '../figure/draw-recording.ts';
import {shownPath} from '../log/errors.ts';
import {reasonOf} from '../model/system-error.ts';
import type {Outcome} from '../plot/drawing.ts';
import {namedAfter} from '../plot/named-after.ts';
import {pictureInTerminal} from '../screen/picture-in-terminal.ts';
import {pictureNotice} from '../screen/picture-notice.ts';
import {plotted} from './plotted.ts';
import type {Viewing} from './viewing.ts';

/** Draws the recording that is shown, and the one it is compared with, as far as they are in sight; tells how it went. */
export const drawPlot = async (viewing: Viewing): Promise<void> => {
	const control = new AbortController();
	const drawn = draw(viewing, control.signal).then(
		outcome => pictureNotice(outcome, {nameOf: shownPath}),
		(error: unknown): Notice => {
			return {text: `no picture: ${reasonOf(error)}`, tone: 'bad'};
		},
	);
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
