import {basename, dirname, join, resolve} from 'node:path';
import type {Notice} from '../app/state.ts';
import {drawLogs, pixelFineness, windowFineness} from '../figure/draw-recording.ts';
import {utcOffsetAt} from '../figure/figure.ts';
import {hasRssApart, labelsOf} from '../figure/labels.ts';
import {cleanText} from '../model/clean.ts';
import {reasonOf} from '../model/system-error.ts';
import {drawPicture, type Outcome} from '../plot/drawing.ts';
import {defaultSize} from '../plot/layout.ts';
import {writeMemoryScript} from '../plot/memory-script-file.ts';
import {fileWord} from '../plot/shell-word.ts';
import {pictureInTerminal} from '../screen/picture-in-terminal.ts';
import {pictureNotice} from '../screen/picture-notice.ts';
import {plottedStretch} from '../screen/plotted-stretch.ts';
import {type Live, now} from './live.ts';
import {pictureOfMemory} from './memory-curve.ts';

/** Draws the newest recording of the log, or what memory holds where there is none; tells how it went. */
export const drawPlot = async (live: Live): Promise<void> => {
	if (live.isLeaving) return;
	const control = new AbortController();
	const drawn = draw(live, control.signal).catch(
		(error: unknown): Notice => ({text: `no picture: ${reasonOf(error)}`, tone: 'bad'}),
	);
	live.cancelPlot = () => {
		control.abort();
		return drawn;
	};
	const notice = await drawn;
	live.cancelPlot = undefined;
	if (live.isLeaving) return;
	live.screen.dispatch({type: 'plotEnded', notice: {...notice, until: now(live) + 60}});
};

const draw = async (live: Live, signal: AbortSignal): Promise<Notice> => {
	const path = loggedPath(live);
	const script = path === undefined ? undefined : await writeScript(live, path);
	if (signal.aborted) return noticeOf(live, {kind: 'cancelled'}, script);
	return noticeOf(
		live,
		await (path === undefined ? drawMemory(live, signal) : drawLog(live, path, signal)),
		script,
	);
};

const loggedPath = ({session}: Live): string | undefined =>
	session && session.status().samples > 0 ? session.path() : undefined;

const drawLog = (live: Live, path: string, signal: AbortSignal): Promise<Outcome> => {
	const {screen, hasDisplay} = live;
	return drawLogs(
		{
			...{paths: [path], choice: 'last', ...plottedStretch(screen.state())},
			...{output: path.replace(/(?<=[^/])\.log$|$/, '.png'), display: hasDisplay},
			inTerminal: pictureAt => pictureInTerminal({screen, pictureAt}),
		},
		signal,
	);
};

const drawMemory = (live: Live, signal: AbortSignal): Promise<Outcome> => {
	const {screen, hasDisplay} = live;
	const drawing = drawPicture({
		picture: pictureOfMemory(live, defaultSize, hasDisplay ? windowFineness : pixelFineness),
		output: join(live.recording.folder, 'memory.png'),
		display: hasDisplay,
		inTerminal: pictureInTerminal({screen, pictureAt: async size => pictureOfMemory(live, size, 1)}),
	});
	signal.addEventListener('abort', drawing.cancel);
	return drawing.done;
};

const writeScript = async (live: Live, path: string): Promise<string> => {
	try {
		const {source} = live.screen.state();
		const about = {
			utcOffset: utcOffsetAt(Date.now() / 1000),
			source: source.name,
			sourceLabels: labelsOf([source]),
			hasRss: hasRssApart(source),
		};
		const {path: script, kept} = await writeMemoryScript(path, about);
		const name = shortName(live, script);
		const command = `gnuplot -p ${fileWord(name)}`;
		return kept ? `${name} was edited and is kept: ${command} draws it` : `${command} draws it again`;
	} catch (error) {
		return reasonOf(error);
	}
};

// Files of this folder by their plain names: the line has room for little.
const shortName = ({recording}: Live, path: string): string =>
	cleanText(dirname(resolve(path)) === recording.folder ? basename(path) : path, 1000);

const noticeOf = (live: Live, outcome: Outcome, script: string | undefined): Notice =>
	pictureNotice(outcome, {
		nameOf: path => shortName(live, path),
		...(script !== undefined && {more: `; ${script}`}),
	});
