import {cleanText} from '../model/clean.ts';
import type {Note, RecordingHeader} from '../model/entry.ts';
import {parseHeader, parseObject} from './parse-json.ts';

/** A sample as it stands in a log, with what the further columns hold by their name in the log. */
export type LoggedSample = {
	readonly type: 'sample';
	/** Unix seconds. */
	readonly time: number;
	/** Bytes; NaN where there never was a value. */
	readonly inUse: number;
	/** Bytes; NaN where there never was a value. */
	readonly system: number;
	readonly approximate: boolean;
	/** The numbers of the further columns, by name; those without a number in this line are absent. */
	readonly values: Readonly<Record<string, number>>;
};

/** What one line of a log says. */
export type ParsedLine =
	| LoggedSample
	| Note
	/** A `# memtop 1` line; its header is undefined when it is damaged. */
	| {readonly type: 'header'; readonly header: RecordingHeader | undefined}
	| {readonly type: 'blank' | 'comment' | 'damaged'};

/**
 * Reads one line, without its `\n`. `columns` are the names behind the first three, from the `# timestamp` line of its
 * recording; undefined for a plain log, of which only the first three columns mean something.
 */
export const parseLine = (line: string, columns: readonly string[] | undefined): ParsedLine => {
	const text = line.trim();
	if (text === '') return {type: 'blank'};
	return text.startsWith('#') ? parseComment(text) : parseSample(text, columns);
};

/** The names behind the first three of a `# timestamp` line, cleaned; undefined when it is another line. */
export const parseColumns = (line: string): readonly string[] | undefined => {
	const [hash, timestamp, ...names] = line.trim().split(/\s+/);
	if (hash !== '#' || timestamp !== 'timestamp') return undefined;
	return names.slice(2).map(name => cleanText(name));
};

const parseComment = (text: string): ParsedLine => {
	if (text.startsWith('# memtop 1 ')) return {type: 'header', header: parseHeader(text.slice(11))};
	const [, type, json] = /^# (gap|mark|step|end) (\{.*\})$/.exec(text) ?? [];
	const {time, ...details} = parseObject(json ?? '') ?? {};
	if (!isNoteType(type) || typeof time !== 'number') return {type: 'comment'};
	return {type, time, details};
};

const isNoteType = (type: string | undefined): type is Note['type'] => type !== undefined;

const parseSample = (text: string, columns: readonly string[] | undefined): ParsedLine => {
	const numbers = text.split(/\s+/).map(parseNumber);
	const [time = Number.NaN, inUse, system, ...further] = numbers;
	if (inUse === undefined || system === undefined || !(time > 0)) return {type: 'damaged'};
	if (columns === undefined) return {type: 'sample', time, inUse, system, approximate: false, values: {}};
	// Fewer or more fields than names: two lines that ran into each other, or a part of one.
	if (further.length !== columns.length || further.includes(undefined)) return {type: 'damaged'};
	return {type: 'sample', time, inUse, system, ...namedValues(columns, further)};
};

const parseNumber = (text: string): number | undefined => {
	const value = Number(text);
	return Number.isFinite(value) || text === 'NaN' ? value : undefined;
};

const namedValues = (
	columns: readonly string[],
	numbers: readonly (number | undefined)[],
): Pick<LoggedSample, 'approximate' | 'values'> => {
	const values: Record<string, number> = {};
	let approximate = false;
	for (const [index, name] of columns.entries()) {
		const value = numbers[index] ?? Number.NaN;
		if (name === 'approx') approximate = value === 1;
		else if (!Number.isNaN(value)) values[name] = value;
	}
	return {approximate, values};
};
