import {basename, dirname, join, resolve} from 'node:path';
import type {Notice} from '../app/state.ts';
import {newestRecording} from '../log/newest.ts';
import {cleanText} from '../model/clean.ts';
import type {SourceInfo} from '../model/source-info.ts';
import {type Drawing, drawPicture, type Outcome} from '../plot/drawing.ts';
import {writeMemoryScript} from '../plot/memory-script-file.ts';
import {pictureOf} from '../plot/picture.ts';
import type {Recorded} from '../plot/recorded.ts';
import {fileWord} from '../plot/shell-word.ts';
import {findSource} from '../sources/index.ts';
import {labelsOf} from './labels.ts';
import {type Live, messageOf, now} from './live.ts';
import {recordedInMemory} from './memory-curve.ts';

/** Draws the newest recording of the log, or what memory holds where there is none; tells how it went. */
export const drawPlot = async (live: Live): Promise<void> => {
	if (live.isLeaving) return;
	const control = new AbortController();
	const drawn = draw(live, control.signal).catch(
		(error: unknown): Notice => ({text: `no picture: ${messageOf(error)}`, tone: 'bad'}),
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
	const recorded = path === undefined ? recordedInMemory(live) : await recordedIn(path);
	if (signal.aborted) return noticeOf(live, {kind: 'cancelled'}, script);
	const drawing = begin(live, path, recorded);
	signal.addEventListener('abort', drawing.cancel);
	return noticeOf(live, await drawing.done, script);
};

const loggedPath = ({session}: Live): string | undefined =>
	session && session.status().samples > 0 ? session.path() : undefined;

const begin = (live: Live, path: string | undefined, recorded: Recorded): Drawing => {
	const output =
		path === undefined
			? join(live.recording.folder, 'memory.png')
			: path.replace(/(?<=[^/])\.log$|$/, '.png');
	return drawPicture({picture: pictureOf(recorded, utcOffset()), output, display: live.hasDisplay});
};

const recordedIn = async (path: string): Promise<Recorded> => {
	const recorded = await newestRecording(path);
	if (!recorded) throw new Error('the log has no sample yet');
	const source = findSource(recorded.header?.source ?? '');
	const sourceLabels = source ? labelsOf(source) : {inUse: 'in use', system: 'system', source: 'log'};
	const {rss, ...rest} = recorded;
	return {...rest, sourceLabels, ...(rss && source && hasRssApart(source) && {rss})};
};

// RSS is a curve of its own where it is not one of the two already.
const hasRssApart = ({inUse, system}: SourceInfo): boolean => inUse !== 'os.rss' && system !== 'os.rss';

const writeScript = async (live: Live, path: string): Promise<string> => {
	try {
		const {source} = live.screen.state();
		const about = {
			utcOffset: utcOffset(),
			source: source.name,
			sourceLabels: labelsOf(source),
			hasRss: hasRssApart(source),
		};
		const {path: script, kept} = await writeMemoryScript(path, about);
		const name = shortName(live, script);
		const command = `gnuplot -p ${fileWord(name)}`;
		return kept ? `${name} was edited and is kept: ${command} draws it` : `${command} draws it again`;
	} catch (error) {
		return messageOf(error);
	}
};

// Minutes east of UTC.
const utcOffset = (): number => -new Date().getTimezoneOffset();

// Files of this folder by their plain names: the line has room for little.
const shortName = ({recording}: Live, path: string): string =>
	cleanText(dirname(resolve(path)) === recording.folder ? basename(path) : path, 1000);

const noticeOf = (live: Live, outcome: Outcome, script: string | undefined): Notice => {
	const more = script === undefined ? '' : `; ${script}`;
	if (outcome.kind === 'window')
		return {text: `gnuplot shows the picture in its window${more}`, tone: 'info'};
	if (outcome.kind === 'cancelled') return {text: 'the picture was cancelled', tone: 'info'};
	if (outcome.kind === 'failed') return {text: `gnuplot failed: ${outcome.message}`, tone: 'bad'};
	const note = outcome.note === undefined ? '' : ` (${outcome.note})`;
	return {text: `picture: ${shortName(live, outcome.path)}${note}${more}`, tone: 'info'};
};
