import {type Block, longestLine} from '../blocks.ts';
import {type Context, freshContext, type Interpreted, interpretLine, type LogEvent} from '../interpret.ts';
import type {ReadPosition, RowOptions, Rows} from '../row-item.ts';
import {addSample, type Batch, batchRows, emptyBatch, layOut, takeRows} from './batch.ts';
import {type Scanned, scanRows} from './scan.ts';

/** A log being read; grows in place. */
export type Reading = {-readonly [Name in keyof ReadPosition]: ReadPosition[Name]} & {
	readonly context: Context;
	readonly batch: Batch;
	readonly further: readonly string[] | undefined;
	/** Bytes: lines that begin there or behind it are not wanted. */
	readonly until: number;
	/** True when anything was given, or nothing has to be because the reading goes on from another. */
	isFound: boolean;
	/** True when the file ended in a line that was too long. */
	isUnended: boolean;
};

/** A reading at its beginning. */
export const beginReading = ({from, until = Infinity, further}: RowOptions): Reading => {
	const begun = {offset: 0, line: 0, damaged: 0, disordered: 0, ...from};
	const context = {...(from?.context ?? freshContext())};
	const batch = emptyBatch();
	layOut(batch, {columns: context.columns, wanted: further});
	return {...begun, context, batch, further, until, isFound: begun.offset > 0, isUnended: false};
};

/** How far a reading has come. */
export const positionOf = (reading: Reading): ReadPosition => {
	const {offset, line, damaged, firstDamaged, disordered, context} = reading;
	return {
		...{offset, line, damaged, disordered, context: {...context}},
		...(firstDamaged !== undefined && {firstDamaged}),
	};
};

/** True when a file had lines, and none of them said anything. */
export const isForeign = ({isFound, isUnended, damaged}: Reading): boolean =>
	!isFound && (isUnended || damaged > 0);

/** Reads the lines of a block, in place, and gives what they say; the last rows are kept to be filled up. */
export function* readBlock(reading: Reading, block: Block): Generator<Rows | LogEvent> {
	const bytes = wantedOf(block, reading.until);
	if (block.bytes.length === 0) passTooLong(reading, block);
	for (let position = 0; position < bytes.length; ) {
		position = scan(reading, {bytes, from: position}, block.offset);
		if (reading.batch.length === batchRows) yield takeRows(reading.batch);
		else if (position < bytes.length)
			position = yield* readLine(reading, {bytes, from: position}, block.offset);
	}
	reading.offset = block.bytes.length === 0 ? block.next : block.offset + bytes.length;
}

// The last wanted line is the one that the byte before the end of what is wanted belongs to.
const wantedOf = ({bytes, offset, next}: Block, until: number): Buffer => {
	if (next <= until) return bytes;
	return bytes.subarray(0, until <= offset ? 0 : bytes.indexOf(newline, until - offset - 1) + 1);
};

const passTooLong = (reading: Reading, {offset, next}: Block): void => {
	if (next > offset) {
		reading.line += 1;
		countDamaged(reading);
	} else reading.isUnended = true;
};

const countDamaged = (reading: Reading): void => {
	reading.damaged += 1;
	reading.firstDamaged ??= reading.line;
};

// Returns where it stopped: behind the bytes, before a line that is not plain, or because the batch is full.
const scan = (reading: Reading, scanned: Scanned, offset: number): number => {
	const {batch, context} = reading;
	if (!context.isRecording || context.announced !== undefined) return scanned.from;
	const {length} = batch;
	if (length === 0) batch.offset = offset + scanned.from;
	const position = scanRows(batch, context, scanned);
	reading.line += batch.length - length;
	return position;
};

// Returns where the next line begins.
function* readLine(
	reading: Reading,
	{bytes, from}: Scanned,
	offset: number,
): Generator<Rows | LogEvent, number> {
	const end = bytes.indexOf(newline, from);
	reading.line += 1;
	if (end - from > longestLine) countDamaged(reading);
	else {
		const place = {offset: offset + from, line: reading.line};
		const said = interpretLine(reading.context, bytes.toString('utf8', from, end), place);
		for (const entry of said) yield* take(reading, entry, place.offset);
	}
	return end + 1;
}

function* take(reading: Reading, entry: Interpreted, offset: number): Generator<Rows | LogEvent> {
	const {batch, context, further} = reading;
	if (entry.type === 'damaged') return countDamaged(reading);
	reading.isFound = true;
	if (entry.type === 'sample') {
		addSample(batch, entry, offset);
		if (entry.isDisordered) reading.disordered += 1;
		return;
	}
	if (batch.length > 0) yield takeRows(batch);
	if (entry.type === 'recording' || entry.type === 'stretch') {
		layOut(batch, {columns: context.columns, wanted: further});
	}
	yield entry;
}

const newline = 10;
