import {longestLine} from '../blocks.ts';
import type {Context} from '../interpret.ts';
import {endOfTime, perSecond} from '../stamp.ts';
import {approximateStart, type Batch, batchRows, skipped} from './batch.ts';
import {type Cells, odd, readField, skipBlanks, skipField} from './field.ts';

/** What is scanned, and from where; whole lines, with three more bytes behind them in memory. */
export type Scanned = {readonly bytes: Buffer; readonly from: number};

/**
 * Reads lines of plain samples from a position on into a batch, in place, until one that is anything else or the batch
 * is full; returns where it stopped. What it takes means the same as to `interpretLine`, to which all other lines
 * belong. Only where a recording is going on and no header is announced.
 */
export const scanRows = (batch: Batch, context: Context, {bytes, from}: Scanned): number => {
	const {numbers, length} = batch;
	const cells = {bytes: new DataView(bytes.buffer, bytes.byteOffset), numbers};
	const divisor = perSecond[context.stampUnit];
	let {time} = context;
	let position = from;
	while (position < bytes.length && batch.length < batchRows) {
		const next = readRow(batch, cells, position);
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
	const {starts, length, isPlain} = batch;
	const {bytes, numbers} = cells;
	let end = odd;
	let start = skipBlanks(bytes, from);
	for (let index = 0; index < starts.length; index += 1) {
		const column = starts[index] ?? skipped;
		// Only behind the last field there need not be a blank.
		if (start === end) return odd;
		end = column === skipped ? skipField(bytes, start) : readField(cells, start, column + length);
		if (end === odd) return odd;
		if (column === approximateStart) numbers[column + length] = Number(numbers[column + length] === 1);
		start = skipBlanks(bytes, end);
	}
	const next = behindLine(bytes, isPlain && start > end ? skipText(bytes, start) : start);
	return next - from > longestLine ? odd : next;
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

const newline = 10;

const carriageReturn = 13;
