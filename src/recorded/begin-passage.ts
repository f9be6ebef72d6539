import {freshContext} from '../log/interpret.ts';
import type {RowItem, Rows} from '../log/rows.ts';
import {emptyByteIndex, noteBytes} from '../model/byte-index.ts';
import {createIntake, type RecordingItem} from './intake.ts';
import type {Passage, Place} from './passage.ts';

/** The beginning of a recording as a log says it. */
export type Begin = Extract<RowItem, {readonly type: 'recording'}>;

/** A recording that begins here, of which no sample is read; `number` is the one it has if there is one. */
export const beginPassage = (begin: Begin, {number, name}: {number: number; name: string}): Passage => {
	const {header, columns, offset, line, context, stampUnit} = begin;
	const place: Place = {
		...{number, beginning: {header, columns}, remarks: remarksOf(begin)},
		stampUnit: stampUnit ?? 'seconds',
		from: {offset, line: line - 1, ...(context && {context})},
		until: Number.POSITIVE_INFINITY,
	};
	return passageAt(place, name);
};

/** The recording of a place, of which nothing is read again yet. */
export const passageAt = (place: Place, name: string): Passage => ({
	place,
	intake: createIntake(place.beginning, name),
	bytes: emptyByteIndex(),
	stretches: [],
	beginning: place.beginning,
	unnoted: Number.POSITIVE_INFINITY,
});

/** Takes in what a log says next of a recording. */
export const takeInto = (passage: Passage, item: RecordingItem): void => {
	passage.intake.take(item);
	if (item.type === 'stretch') passage.beginning = {header: item.header, columns: item.columns};
	else if (item.type === 'rows') note(passage, item);
};

const note = (passage: Passage, {offset, columns, length}: Rows): void => {
	const {beginning, stretches, place} = passage;
	if (stretches.at(-1)?.beginning !== beginning) {
		const {stampUnit} = place;
		const context = {...freshContext(), ...contextOf(beginning), isRecording: true, isCurve: true, stampUnit};
		stretches.push({offset, beginning, context});
		passage.unnoted = Number.POSITIVE_INFINITY;
	}
	if (passage.unnoted >= spacing) {
		noteBytes(passage.bytes, columns[0]?.[0] ?? Number.NaN, offset);
		passage.unnoted = 0;
	}
	passage.unnoted += length;
};

// Samples.
const spacing = 4096;

const contextOf = ({
	header,
	columns,
}: Passage['beginning']): Pick<Passage['beginning'], 'header'> & {
	columns: readonly string[] | undefined;
} => ({header, columns: columns.length > 0 ? columns : undefined});

const remarksOf = ({stampUnit = 'seconds', reason}: Begin): readonly string[] => [
	...(stampUnit === 'seconds' ? [] : [`stamps in ${stampUnit}`]),
	...(reason === undefined ? [] : [reason]),
];
