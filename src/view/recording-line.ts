import type {State} from '../app/state.ts';
import {formatBytes, groupThousands} from '../model/bytes.ts';
import {counted} from '../model/counted.ts';
import type {RecordingStatus} from '../model/recording-status.ts';
import type {Glyphs} from './glyphs.ts';
import {joined, type Line, type Span, span} from './style.ts';

/**
 * How the recording stands, from the longest form to the shortest: whether it goes on, its file, samples and bytes,
 * bytes a day at this rate, what was lost, and why. Why it fails is worth more than the name of the file.
 */
export const recordingForms = ({recording, interval, ended}: State, glyphs: Glyphs): readonly Line[] => {
	const {path, samples, lost, reason} = recording;
	const mark = ended ? span(`${glyphs.paused} ended `, 'dim') : markOf(recording, glyphs);
	const count = span(groupThousands(samples));
	const bytes = span(formatBytes(recording.bytes));
	const file = path === undefined ? [] : [span(glyphs.plain(baseName(path)))];
	const missing = lost > 0 ? [span(`${groupThousands(lost)} lost`, 'bad')] : [];
	const why = reason === undefined || recording.state === 'paused' ? [] : [span(glyphs.plain(reason), 'bad')];
	const form = (...pieces: readonly (readonly Span[])[]): Line => [
		mark,
		...joined(pieces.flat(), span(glyphs.separator, 'dim')),
	];
	return [
		form(
			file,
			[span(counted(samples, 'sample')), bytes],
			ended ? [] : perDay(recording, interval),
			missing,
			why,
		),
		form(file, [span(counted(samples, 'sample')), bytes], missing, why),
		form(file, [count, bytes], missing, why),
		form([count, bytes], why),
		form(file, [span(counted(samples, 'sample')), bytes]),
		form(file, [count, bytes]),
		form([count, bytes]),
		[span(mark.text.trimEnd(), mark.style)],
	];
};

const markOf = ({state}: RecordingStatus, glyphs: Glyphs): Span =>
	({
		recording: span(`${glyphs.recording} REC `, 'bad'),
		paused: span(`${glyphs.paused} off `, 'dim'),
		failing: span(`${glyphs.recording} NOT RECORDED `, 'bad'),
		unavailable: span(`${glyphs.paused} not recorded `, 'bad'),
	})[state];

const perDay = ({state, samples, bytes}: RecordingStatus, interval: number): readonly Span[] =>
	samples === 0 || state !== 'recording'
		? []
		: [span(`${formatBytes((bytes / samples) * (86_400 / interval))}/day`, 'dim')];

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
