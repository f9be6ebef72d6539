import {extname} from 'node:path';
import {drawLogs, type PictureAt} from '../figure/draw-recording.ts';
import {drawToFile} from '../figure/draw-to-file.ts';
import type {Figure} from '../figure/figure.ts';
import type {Moment} from '../figure/moment.ts';
import {notesOn} from '../figure/notes.ts';
import {type ProgressLine, progressLine} from '../figure/progress-line.ts';
import type {Choice} from '../figure/read-recordings.ts';
import {writeOut} from '../figure/write-out.ts';
import {CannotGoOnError} from '../model/cannot-go-on-error.ts';
import {cleanText} from '../model/clean.ts';
import {UsageError} from '../model/usage-error.ts';
import type {Outcome} from '../plot/drawing.ts';
import type {Size} from '../plot/layout.ts';
import {namedAfter} from '../plot/named-after.ts';
import type {Format} from '../plot/rendering.ts';
import {onEndingSignal, statusOf} from '../screen/signals.ts';
import {formatOf, formats} from './parse-picture.ts';
import {type PlainTerminal, pictureOnTerminal} from './picture-on-terminal.ts';

/** What `memtop plot` draws, and where. */
export type PlotOptions = {
	/** Paths of logs; `memory.log` if there is none. */
	readonly files: readonly string[];
	/** Path of the picture; `-` is standard output. Absent: a window, or the first log's name in the current folder. */
	readonly output?: string | undefined;
	/** By the ending of the picture's name if not said; PNG for standard output. */
	readonly format?: Format | undefined;
	readonly size?: Size | undefined;
	readonly from?: Moment | undefined;
	readonly to?: Moment | undefined;
	readonly align?: 'start' | 'clock' | undefined;
	/** All of them if not said. */
	readonly recording?: Choice | undefined;
	/** gnuplot's terminal for a PNG; the best it has if not said. */
	readonly terminal?: 'png' | 'pngcairo' | undefined;
	/** True where a window could be shown. */
	readonly hasDisplay: boolean;
	/** Where the picture is shown if no window can and the terminal shows pictures; absent: nowhere. */
	readonly shownIn?: Omit<PlainTerminal, 'clear'> | undefined;
	/** True when standard error is a terminal. */
	readonly showsProgress: boolean;
	/** The gnuplot to run; `gnuplot` of the PATH if not said. */
	readonly program?: string | undefined;
};

/**
 * Draws recordings of logs with gnuplot; resolves with the exit status. Rejects with UsageError when what is asked for
 * cannot be meant, with LogError when a log cannot be read, with CannotGoOnError when there is nothing to draw, or
 * nothing to draw it with, or nowhere to put it.
 */
export const plot = async (options: PlotOptions): Promise<number> => {
	const control = new AbortController();
	let ended: number | undefined;
	onEndingSignal(signal => {
		ended ??= statusOf(signal);
		control.abort();
	});
	const progress = progressLine(text => options.showsProgress && process.stderr.write(text));
	try {
		const outcome = await draw(options, progress, control.signal);
		progress.clear();
		return ended ?? (await told(outcome));
	} catch (error) {
		if (ended === undefined) throw error;
		return ended;
	} finally {
		progress.clear();
	}
};

const draw = (options: PlotOptions, progress: ProgressLine, signal: AbortSignal): Promise<Outcome> => {
	const {files, recording, terminal, hasDisplay} = options;
	const paths = files.length === 0 ? ['memory.log'] : files;
	const {size, from, to, align, program} = options;
	const found = (figure: Figure): void => {
		progress.say('drawing');
		if (!signal.aborted) for (const note of notesOn(figure, paths)) say(note, progress);
	};
	const figure = {...{paths, size, from, to, align, program, found}, choice: recording, tell: progress.tell};
	const asked = outputOf(options, paths[0] ?? '');
	if (asked) return drawToFile({...figure, ...asked, terminal}, signal);
	const output = namedAfter(paths[0] ?? '', 'png');
	const {shownIn} = options;
	const inTerminal =
		shownIn && ((pictureAt: PictureAt) => pictureOnTerminal({...shownIn, clear: progress.clear}, pictureAt));
	return drawLogs({...figure, output, display: hasDisplay, inTerminal}, signal);
};

// Whoever asks for a format or a terminal of gnuplot asks for a file.
const outputOf = (
	{output, format, terminal}: PlotOptions,
	log: string,
): {readonly output: string; readonly format: Format} | undefined => {
	if (output === '-' && process.stdout.isTTY)
		throw new UsageError('expected a file or a pipe for -o -, got a terminal');
	const isNamed = output !== undefined && output !== '-';
	if (isNamed && format !== undefined) refuseOtherEnding(output, format);
	const asked = format ?? (isNamed ? formatOf(output) : 'png');
	if (terminal !== undefined && asked !== 'png')
		throw new UsageError(`expected a PNG for --terminal ${terminal}, got ${asked}`);
	if (output !== undefined) return {output, format: asked};
	if (format === undefined && terminal === undefined) return undefined;
	return {output: namedAfter(log, asked), format: asked};
};

const refuseOtherEnding = (output: string, format: Format): void => {
	const ending = extname(output).toLowerCase();
	if (ending === `.${format}` || !formats.some(name => ending === `.${name}`)) return;
	throw new UsageError(
		`expected a picture's name that ends in .${format} for --format ${format}, got "${cleanText(output)}"`,
	);
};

const say = (note: string, progress: ProgressLine): void => {
	progress.clear();
	process.stderr.write(`memtop: ${note}\n`);
};

const told = async (outcome: Outcome): Promise<number> => {
	if (outcome.kind === 'failed') throw new CannotGoOnError(`gnuplot failed: ${outcome.message}`);
	if (outcome.kind === 'window') process.stderr.write('memtop: gnuplot shows the picture in its window\n');
	if (outcome.kind !== 'file' || outcome.path === '-') return 0;
	if (outcome.note !== undefined) process.stderr.write(`memtop: ${outcome.note}\n`);
	await writeOut(Buffer.from(`${cleanText(outcome.path, 1000)}\n`), "the picture's name");
	return 0;
};
