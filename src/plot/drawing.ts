import {existsSync} from 'node:fs';
import {rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {findGnuplot, installHint} from './gnuplot.ts';
import {type RunEnd, runGnuplot} from './gnuplot-run.ts';
import {fileScript, fileTerminals, names, windowScript, windowTerminals} from './gnuplot-script.ts';
import type {Picture} from './picture.ts';
import {pictureData} from './picture-data.ts';
import {type Placed, placeFile, privateFolder} from './place.ts';
import {svgOf} from './svg.ts';

/** What came of drawing a picture. */
export type Outcome =
	| {readonly kind: 'window'}
	| {readonly kind: 'file'; readonly path: string; readonly note?: string}
	| {readonly kind: 'cancelled'}
	| {readonly kind: 'failed'; readonly message: string};

/** A picture being drawn. `done` never rejects; `cancel` ends gnuplot, unless its window is up. */
export type Drawing = {readonly done: Promise<Outcome>; readonly cancel: () => void};

/** What to draw, and where. */
export type DrawingOptions = {
	readonly picture: Picture;
	/** Path for the PNG, for example `/x/memory.png`; an SVG has the same name but its ending. Absent: a private folder. */
	readonly output?: string | undefined;
	/** True when there is a display for a window (DISPLAY or WAYLAND_DISPLAY is set). */
	readonly display: boolean;
	/** The gnuplot to run; `gnuplot` of the PATH if not said. */
	readonly program?: string;
	/** Milliseconds without progress after which gnuplot is ended; 5000 if not said. */
	readonly patience?: number;
};

/**
 * Draws a picture with gnuplot: in a window where there is a display and a terminal for it, otherwise, or when the
 * window fails, into a PNG. Without gnuplot the same picture becomes an SVG.
 */
export const drawPicture = (options: DrawingOptions): Drawing => {
	const control = new AbortController();
	const request = {program: 'gnuplot', patience: 5000, ...options, signal: control.signal};
	const done = draw(request).catch(
		(error: unknown): Outcome => ({
			kind: 'failed',
			message: error instanceof Error ? error.message : String(error),
		}),
	);
	return {done, cancel: () => control.abort()};
};

type Request = Omit<DrawingOptions, 'program' | 'patience'> & {
	readonly program: string;
	readonly patience: number;
	readonly signal: AbortSignal;
};

const draw = async (request: Request): Promise<Outcome> => {
	const gnuplot = await findGnuplot(request.program, request.signal);
	if (request.signal.aborted) return {kind: 'cancelled'};
	if (gnuplot.kind === 'missing') return drawSvg(request, installHint);
	if (gnuplot.kind === 'unusable') return {kind: 'failed', message: gnuplot.message};
	const window = request.display ? await drawWindow(request, gnuplot.terminals) : undefined;
	if (window?.kind === 'up') return {kind: 'window'};
	if (window?.kind === 'cancelled') return window;
	const note = window?.kind === 'failed' ? `no window: ${window.message}` : undefined;
	const terminal = fileTerminals.find(name => gnuplot.terminals.has(name));
	if (terminal === undefined) return drawSvg(request, joined(note, 'this gnuplot draws no PNG'));
	return drawPng(request, terminal, note);
};

// The first that works; the first one's complaint when none does.
const drawWindow = async (request: Request, known: ReadonlySet<string>): Promise<RunEnd | undefined> => {
	let failure: RunEnd | undefined;
	for (const terminal of windowTerminals.filter(name => known.has(name))) {
		const end = await inFolder(folder =>
			run(request, {folder, script: windowScript(request.picture, terminal), opensWindow: true}),
		);
		if (end.kind !== 'failed') return end;
		failure ??= end;
	}
	return failure;
};

const drawPng = (
	request: Request,
	terminal: (typeof fileTerminals)[number],
	note: string | undefined,
): Promise<Outcome> =>
	inFolder(async folder => {
		await writeFile(join(folder, names.data), pictureData(request.picture.curves));
		const end = await run(request, {
			folder,
			script: fileScript(request.picture, terminal),
			opensWindow: false,
		});
		if (end.kind === 'failed' || end.kind === 'cancelled') return end;
		const image = join(folder, names.image);
		if (!existsSync(image)) return {kind: 'failed', message: 'gnuplot made no picture'};
		return fileOutcome(await placeFile(image, request.output), note);
	});

const drawSvg = (request: Request, note: string): Promise<Outcome> =>
	inFolder(async folder => {
		const finished = join(folder, 'picture.svg');
		await writeFile(finished, svgOf(request.picture));
		return fileOutcome(await placeFile(finished, request.output?.replace(/(\.png)?$/, '.svg')), note);
	});

type Attempt = {readonly folder: string; readonly script: string; readonly opensWindow: boolean};

const run = async (request: Request, {folder, script, opensWindow}: Attempt): Promise<RunEnd> => {
	await writeFile(join(folder, names.script), script);
	const {program, patience, signal} = request;
	return runGnuplot({program, folder, opensWindow, patience, signal});
};

// A window needs its folder no longer: script and data were read before it was up.
const inFolder = async <Result>(work: (folder: string) => Promise<Result>): Promise<Result> => {
	const folder = await privateFolder();
	try {
		return await work(folder);
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};

const fileOutcome = (placed: Placed, note: string | undefined): Outcome => {
	const notes = joined(note, placed.note);
	return {kind: 'file', path: placed.path, ...(notes === '' ? {} : {note: notes})};
};

const joined = (...notes: readonly (string | undefined)[]): string =>
	notes.filter(note => note !== undefined).join('; ');
