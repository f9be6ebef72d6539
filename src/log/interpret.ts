import type {Note, RecordingHeader} from '../model/entry.ts';
import {type ParsedLine, parseColumns, parseLine, type SampleLine} from './parse.ts';
import {endOfTime, perSecond, type StampUnit, stampUnitOf} from './stamp.ts';

/** Where a line begins. */
export type Place = {
	/** In bytes. */
	readonly offset: number;
	/** From 1. */
	readonly line: number;
};

/** A recording begins, at its header or else at its first sample: a reading from that offset gives it. */
export type RecordingEntry = Place & {
	readonly type: 'recording';
	/** Undefined in a log of another program or when it is damaged. */
	readonly header: RecordingHeader | undefined;
	/** Names of the columns after the first three. */
	readonly columns: readonly string[];
	/** What the stamps of a log of another program count. */
	readonly stampUnit?: StampUnit;
	/** Why it begins in the middle of another, whose header and columns it has. */
	readonly reason?: 'time went back';
	/** Where there is a reason: what a reading from the offset has to know. */
	readonly context?: Readonly<Context>;
};

/** What a log says beside its samples. */
export type LogEvent =
	| RecordingEntry
	/** The recording goes on, read in another way. */
	| (Place & {
			readonly type: 'stretch';
			readonly header: RecordingHeader;
			readonly columns: readonly string[];
	  })
	| Note
	/** The curve is cut. */
	| {readonly type: 'break'};

/** A sample with its place in time. */
export type DatedSample = Omit<SampleLine, 'stamp'> & {
	/** Unix seconds, never below that of the sample before it in its recording. */
	readonly time: number;
	/** True when its stamp was a little before that of the one before, whose time it has got. */
	readonly isDisordered: boolean;
};

/** What a line says, or that it is none of a log. */
export type Interpreted = LogEvent | DatedSample | {readonly type: 'damaged'};

/** Where one is in a log; what the next line means depends on it. */
export type Context = {
	/** Of the stretch; undefined in a plain log, or when it is damaged. */
	header: RecordingHeader | undefined;
	/** Names after the first three columns; undefined in a plain log. */
	columns: readonly string[] | undefined;
	/** A header whose line with the names is still to come. */
	announced: (Place & {readonly header: RecordingHeader | undefined}) | undefined;
	isRecording: boolean;
	isCurve: boolean;
	/** Blank lines since the last sample or header: gnuplot, too, counts on over other comments. */
	blanks: number;
	stampUnit: StampUnit;
	/** Unix seconds of the newest sample of the recording; 0 before its first. */
	time: number;
};

/** The context at the beginning of a log. */
export const freshContext = (): Context => ({
	header: undefined,
	columns: undefined,
	announced: undefined,
	isRecording: false,
	isCurve: false,
	blanks: 0,
	stampUnit: 'seconds',
	time: 0,
});

/** What a line adds, with the context brought behind it. */
export const interpretLine = (context: Context, line: string, place: Place): readonly Interpreted[] => {
	if (context.announced !== undefined) {
		const names = parseColumns(line);
		const header = finishHeader(context, context.announced, names);
		return names === undefined ? [header, ...interpretLine(context, line, place)] : [header];
	}
	return interpretParsed(context, parseLine(line, context.columns), place);
};

const interpretParsed = (context: Context, parsed: ParsedLine, place: Place): readonly Interpreted[] => {
	switch (parsed.type) {
		case 'blank':
			return interpretBlank(context);
		case 'sample':
			return interpretSample(context, parsed, place);
		case 'header':
			context.announced = {header: parsed.header, ...place};
			return parsed.header === undefined ? damaged : [];
		case 'comment':
			return [];
		case 'damaged':
			return damaged;
		default:
			return [parsed];
	}
};

const damaged = [{type: 'damaged'}] as const;

const finishHeader = (
	context: Context,
	{header, ...place}: NonNullable<Context['announced']>,
	columns: readonly string[] | undefined,
): LogEvent => {
	const isStretch = context.isRecording && header?.continues === true;
	Object.assign(context, {header, columns, announced: undefined, isRecording: true});
	Object.assign(context, {stampUnit: 'seconds', blanks: 0});
	if (isStretch) return {type: 'stretch', header, columns: columns ?? [], ...place};
	context.time = 0;
	return {type: 'recording', header, columns: columns ?? [], ...place};
};

const interpretBlank = (context: Context): readonly LogEvent[] => {
	context.blanks += 1;
	if (context.blanks === 2)
		Object.assign(context, {isRecording: false, columns: undefined, header: undefined});
	const wasCurve = context.isCurve;
	context.isCurve = false;
	return wasCurve ? [{type: 'break'}] : [];
};

const interpretSample = (context: Context, sample: SampleLine, place: Place): readonly Interpreted[] => {
	const {stamp, ...numbers} = sample;
	const wentBack = context.isRecording && dated(stamp, context.stampUnit) < context.time - toleratedDisorder;
	const begins = wentBack || !context.isRecording;
	const stampUnit = begins && isPlain(context) ? stampUnitOf(stamp) : context.stampUnit;
	const stamped = dated(stamp, stampUnit);
	if (stamped >= endOfTime) return damaged;
	const beginning = begins ? [beginRecording(context, stampUnit, place)] : [];
	const isDisordered = stamped < context.time;
	if (!isDisordered) context.time = stamped;
	Object.assign(context, {blanks: 0, isCurve: true});
	return [...beginning, {...numbers, time: context.time, isDisordered}];
};

// Seconds: threads that write to one log take turns, a clock is corrected a little.
const toleratedDisorder = 5;

const dated = (stamp: number, unit: StampUnit): number => stamp / perSecond[unit];

const isPlain = ({header, columns}: Context): boolean => header === undefined && columns === undefined;

const beginRecording = (context: Context, stampUnit: StampUnit, place: Place): RecordingEntry => {
	const {header, columns, isRecording} = context;
	Object.assign(context, {isRecording: true, stampUnit, time: 0});
	return {
		type: 'recording',
		header,
		columns: columns ?? [],
		...place,
		...(isPlain(context) && {stampUnit}),
		...(isRecording && {reason: 'time went back', context: {...freshContext(), header, columns}}),
	};
};
