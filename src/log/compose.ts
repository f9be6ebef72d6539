import type {Entry} from '../model/entry.ts';
import {formatEntry, type HeaderEntry, type Layout, layoutOf} from './format.ts';

/** What the end of the file looks like to the next line. */
export type Ending = {
	/** Nothing is in the file yet. */
	readonly isEmpty: boolean;
	/** The header of this recording is in the file. */
	readonly isBegun: boolean;
	/** A sample stands below the last blank line, so that a blank line would cut the curve. */
	readonly isCurve: boolean;
	readonly layout: Layout;
};

/** The end of a file that was just opened. */
export const freshEnding = (isEmpty: boolean): Ending => ({
	isEmpty,
	isBegun: false,
	isCurve: false,
	layout: {metrics: [], decimals: 3},
});

/**
 * The text of some entries with the blank lines between them, and the end of the file once it is written.
 * One blank line cuts the curve, two begin a recording. gnuplot skips `#` lines before it counts blank ones, so a
 * second blank line with only notes in between would look like a new recording: it is left out.
 */
export const compose = (
	ending: Ending,
	entries: readonly Entry[],
): {readonly text: string; readonly ending: Ending} => {
	let text = '';
	let next = ending;
	for (const entry of entries) {
		text += textOf(next, entry);
		next = endingAfter(next, entry);
	}
	return {text, ending: next};
};

const textOf = (ending: Ending, entry: Entry): string => {
	if (entry.type === 'header')
		return separator(ending, entry) + formatEntry(ownHeader(ending, entry), ending.layout);
	if (entry.type === 'break') return cut(ending);
	const line = formatEntry(entry, ending.layout);
	return entry.type === 'step' ? line + cut(ending) : line;
};

const endingAfter = (ending: Ending, entry: Entry): Ending => {
	if (entry.type === 'header')
		return {isEmpty: false, isBegun: true, isCurve: false, layout: layoutOf(entry)};
	if (entry.type === 'sample') return ending.isCurve ? ending : {...ending, isEmpty: false, isCurve: true};
	const isCut = entry.type === 'break' || entry.type === 'step';
	return {...ending, isEmpty: ending.isEmpty && entry.type === 'break', isCurve: ending.isCurve && !isCut};
};

const separator = (ending: Ending, {header}: HeaderEntry): string => {
	if (ending.isEmpty) return '';
	return header.continues === true && ending.isBegun ? cut(ending) : '\n\n';
};

const cut = (ending: Ending): string => (ending.isCurve ? '\n' : '');

// Behind the recording of someone else there is nothing of ours to continue.
const ownHeader = (ending: Ending, entry: HeaderEntry): HeaderEntry => {
	if (ending.isBegun || ending.isEmpty || entry.header.continues !== true) return entry;
	return {...entry, header: {...entry.header, continues: false}};
};
