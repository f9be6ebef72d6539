import {longestLine} from '../blocks.ts';
import type {Context} from '../interpret.ts';
import {endOfTime, perSecond} from '../stamp.ts';
import {approximateStart, type Batch, batchRows, skipped} from './batch.ts';
import {type Cells, odd, readField, skipBlanks, skipField} from './field.ts';
import {isRepeated, repeatNumbers, type Tail, tailField} from './tail.ts';

const newline = 10;
const carriageReturn = 13;

/** What is scanned, and from where; whole lines, with three more bytes behind them in memory. */
export type Scanned = {readonly bytes: Buffer; readonly from: number};

/**
 * Reads lines of plain samples from a position on into a batch, in place, until one that is anything else or the batch
 * is full; returns where it stopped. What it takes means the same as to `interpretLine`, to which all other lines
 * belong. Only where a recording is going on and no header is announced.
 */
export const scanRows = (batch: Batch, context: Context, {bytes, from}: Scanned): number => {
	const {numbers, length, starts} = batch;
	const cells = {bytes: new DataView(bytes.buffer, bytes.byteOffset), numbers};
	// Of three columns, reading the third takes no longer than comparing it.
	const tail = starts.length > 3 ? {bytes: cells.bytes, numbers, start: 0, next: 0} : undefined;
	const divisor = perSecond[context.stampUnit];
	let {time} = context;
	let position = from;
	while (position < bytes.length && batch.length < batchRows) {
		const next = tail ? readWithTail(batch, tail, position) : readRow(batch, cells, position);
		const stamped = (numbers[batch.length] ?? 0) / divisor;
		if (next === odd || !(stamped >= time && stamped > 0 && stamped < endOfTime)) break;
		numbers[batch.length] = stamped;
		time = stamped;
		batch.length += 1;
		position = next;
	}
	if (batch.length > length) Object.assign(context, {time, blanks: 0, isCurve: true});
	return position;
};

// Reads a line into the row behind the last. Returns where the next line begins.
const readRow = (batch: Batch, cells: Cells, from: number): number => {
	const start = skipBlanks(cells.bytes, from);
	const next = readFields(batch, cells, {start, first: 0});
	return next - from > longestLine ? odd : next;
};

// As `readRow`, but what stands there again is not read again.
const readWithTail = (batch: Batch, tail: Tail, from: number): number => {
	const start = readHead(batch, tail, from);
	if (start === odd) return odd;
	let next = start + tail.next - tail.start;
	if (isRepeated(tail, start)) repeatNumbers(batch);
	else next = readFields(batch, tail, {start, first: tailField});
	if (next === odd || next - from > longestLine) return odd;
	tail.start = start;
	tail.next = next;
	return next;
};

// The stamp and the bytes in use. Returns where the next field begins.
const readHead = ({length}: Batch, cells: Cells, from: number): number => {
	const {bytes} = cells;
	const stampEnd = readField(cells, skipBlanks(bytes, from), length);
	if (stampEnd === odd) return odd;
	const start = skipBlanks(bytes, stampEnd);
	if (start === stampEnd) return odd;
	const end = readField(cells, start, batchRows + length);
	if (end === odd) return odd;
	const next = skipBlanks(bytes, end);
	return next === end ? odd : next;
};

type Fields = {readonly start: number; readonly first: number};

// The fields from the first on to the end of the line. Returns where the next line begins.
const readFields = ({starts, length, isPlain}: Batch, cells: Cells, fields: Fields): number => {
	const {bytes, numbers} = cells;
	let end = odd;
	let {start} = fields;
	for (let index = fields.first; index < starts.length; index += 1) {
		// Only behind the last field there need not be a blank.
		if (start === end) return odd;
		const column = starts[index] ?? skipped;
		end = column === skipped ? skipField(bytes, start) : readField(cells, start, column + length);
		if (end === odd) return odd;
		if (column === approximateStart) numbers[column + length] = Number(numbers[column + length] === 1);
		start = skipBlanks(bytes, end);
	}
	return behindLine(bytes, isPlain && start > end ? skipText(bytes, start) : start);
};

// In a plain log anything may stand behind the third field.
const skipText = (bytes: DataView, start: number): number => {
	let position = start;
	while (bytes.getUint8(position) !== newline) position += 1;
	return position;
};

const behindLine = (bytes: DataView, end: number): number => {
	const byte = bytes.getUint8(end);
	if (byte === newline) return end + 1;
	return byte === carriageReturn && bytes.getUint8(end + 1) === newline ? end + 2 : odd;
};
