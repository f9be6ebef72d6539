import {cleanText} from '../model/clean.ts';
import type {Note, RecordingHeader} from '../model/entry.ts';
import {parseHeader, parseObject} from './parse-json.ts';

/** The numbers of a sample as they stand in its line; NaN where there is no number. */
export type SampleLine = {
	readonly type: 'sample';
	/** Above 0; in the unit of the log. */
	readonly stamp: number;
	/** Bytes. */
	readonly inUse: number;
	/** Bytes. */
	readonly system: number;
	readonly approximate: boolean;
	/** What the further columns hold, in their order (`furtherOf`). */
	readonly further: readonly number[];
};

/** What one line of a log says. */
export type ParsedLine =
	| SampleLine
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

/** The names behind the first three of a `# timestamp` line, cleaned; undefined when it is another line, or has hundreds. */
export const parseColumns = (line: string): readonly string[] | undefined => {
	const [hash, timestamp, ...names] = line.trim().split(/\s+/);
	if (hash !== '#' || timestamp !== 'timestamp' || names.length > mostNames) return undefined;
	return names.slice(2).map(name => cleanText(name));
};

// Each column takes memory, however short the line with its name is.
const mostNames = 256;

/** The name of the column that is 1 where in use and system are a best effort or held over. */
export const approximateColumn = 'approx';

const parseComment = (text: string): ParsedLine => {
	if (text.startsWith('# memtop 1 ')) return {type: 'header', header: parseHeader(text.slice(11))};
	const [, type, json] = /^# (gap|mark|step|end) (\{.*\})$/.exec(text) ?? [];
	// Most comments are none of ours, and a failing JSON.parse costs as much as a hundred lines.
	const {time, ...details} = (json !== undefined && parseObject(json)) || {};
	if (!isNoteType(type) || typeof time !== 'number') return {type: 'comment'};
	return {type, time, details};
};

const isNoteType = (type: string | undefined): type is Note['type'] => type !== undefined;

const parseSample = (text: string, columns: readonly string[] | undefined): ParsedLine => {
	const [stamp = Number.NaN, inUse, system, ...further] = text.split(/\s+/).map(parseNumber);
	if (inUse === undefined || system === undefined || !(stamp > 0)) return {type: 'damaged'};
	if (inUse < 0 || system < 0) return {type: 'damaged'};
	if (columns === undefined) return {type: 'sample', stamp, inUse, system, approximate: false, further: []};
	// Fewer or more fields than names: two lines that ran into each other, or a part of one.
	if (further.length !== columns.length || !further.every(value => value !== undefined)) {
		return {type: 'damaged'};
	}
	return {type: 'sample', stamp, inUse, system, ...splitApproximate(columns, further)};
};

// As gnuplot has them: these say that there is no number.
const noNumber = /^(?:[+-]?nan|[-?])$/i;

const parseNumber = (text: string): number | undefined => {
	const value = Number(text);
	return Number.isFinite(value) || noNumber.test(text) ? value : undefined;
};

const splitApproximate = (
	columns: readonly string[],
	numbers: readonly number[],
): Pick<SampleLine, 'approximate' | 'further'> => ({
	approximate: numbers[columns.lastIndexOf(approximateColumn)] === 1,
	further: numbers.filter((_, index) => columns[index] !== approximateColumn),
});
