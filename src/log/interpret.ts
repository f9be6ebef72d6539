import type {Note, RecordingHeader} from '../model/entry.ts';
import {type LoggedSample, type ParsedLine, parseColumns, parseLine} from './parse.ts';

/** What a log says, in the order in which it says it. */
export type LogEntry =
	/** A recording begins. Its header is undefined in a log of another program or when it is damaged. */
	| {
			readonly type: 'recording';
			readonly header: RecordingHeader | undefined;
			/** Names of the columns after the first three. */
			readonly columns: readonly string[];
	  }
	/** The recording goes on, read in another way. */
	| {readonly type: 'stretch'; readonly header: RecordingHeader; readonly columns: readonly string[]}
	| LoggedSample
	| Note
	/** The curve is cut. */
	| {readonly type: 'break'};

/** Where one is in a log; what the next line means depends on it. */
export type Context = {
	/** Names after the first three columns; undefined in a plain log. */
	columns: readonly string[] | undefined;
	/** A header whose line with the names is still to come. */
	announced: {readonly header: RecordingHeader | undefined} | undefined;
	isRecording: boolean;
	isCurve: boolean;
	/** Blank lines since the last sample: gnuplot, too, counts on over comments. */
	blanks: number;
};

/** The context at the beginning of a log. */
export const freshContext = (): Context => ({
	columns: undefined,
	announced: undefined,
	isRecording: false,
	isCurve: false,
	blanks: 0,
});

/** What a line adds, with the context brought behind it; `damaged` for a line that is none of a log. */
export const interpretLine = (context: Context, line: string): readonly LogEntry[] | 'damaged' => {
	if (context.announced !== undefined) {
		const names = parseColumns(line);
		const header = finishHeader(context, names);
		if (names !== undefined) return [header];
		const following = interpretLine(context, line);
		return following === 'damaged' ? [header] : [header, ...following];
	}
	return interpretParsed(context, parseLine(line, context.columns));
};

const interpretParsed = (context: Context, parsed: ParsedLine): readonly LogEntry[] | 'damaged' => {
	switch (parsed.type) {
		case 'blank':
			return interpretBlank(context);
		case 'sample':
			return interpretSample(context, parsed);
		case 'header':
			context.announced = parsed;
			return parsed.header === undefined ? 'damaged' : [];
		case 'comment':
			return [];
		case 'damaged':
			return 'damaged';
		default:
			return [parsed];
	}
};

const finishHeader = (context: Context, columns: readonly string[] | undefined): LogEntry => {
	const header = context.announced?.header;
	const isStretch = context.isRecording && header?.continues === true;
	context.columns = columns;
	context.announced = undefined;
	context.isRecording = true;
	return isStretch
		? {type: 'stretch', header, columns: columns ?? []}
		: {type: 'recording', header, columns: columns ?? []};
};

const interpretBlank = (context: Context): readonly LogEntry[] => {
	context.blanks += 1;
	if (context.blanks === 2) {
		context.isRecording = false;
		context.columns = undefined;
	}
	const wasCurve = context.isCurve;
	context.isCurve = false;
	return wasCurve ? [{type: 'break'}] : [];
};

const interpretSample = (context: Context, sample: LoggedSample): readonly LogEntry[] => {
	const begins = !context.isRecording;
	context.blanks = 0;
	context.isCurve = true;
	context.isRecording = true;
	return begins ? [{type: 'recording', header: undefined, columns: context.columns ?? []}, sample] : [sample];
};
