import {longestLine} from '../blocks.ts';
import type {Context} from '../interpret.ts';
import {endOfTime, perSecond} from '../stamp.ts';
import {approximateTarget, type Batch, batchRows, skipped} from './batch.ts';
import {fieldEnd, odd, readField, skipBlanks, skipField} from './field.ts';

/** What is scanned, and from where; whole lines, with three more bytes behind them in memory. */
export type Scanned = {readonly bytes: Buffer; readonly from: number};

/**
 * Reads lines of plain samples from a position on into a batch, in place, until one that is anything else or the batch
 * is full; returns where it stopped. What it takes means the same as to `interpretLine`, to which all other lines
 * belong. Only where a recording is going on and no header is announced.
 */
export const scanRows = (batch: Batch, context: Context, {bytes, from}: Scanned): number => {
	const lines = new DataView(bytes.buffer, bytes.byteOffset);
	const times = batch.columns[0] ?? new Float64Array(0);
	const divisor = perSecond[context.stampUnit];
	let {time} = context;
	let row = batch.length;
	let position = from;
	while (position < bytes.length && row < batchRows) {
		const next = readRow(batch, lines, {from: position, row});
		const stamped = (times[row] ?? 0) / divisor;
		if (next === odd || !(stamped >= time && stamped > 0 && stamped < endOfTime)) break;
		times[row] = stamped;
		time = stamped;
		row += 1;
		position = next;
	}
	if (row > batch.length) Object.assign(context, {time, blanks: 0, isCurve: true});
	batch.length = row;
	return position;
};

type Place = {readonly from: number; readonly row: number};

// Returns where the next line begins.
const readRow = (batch: Batch, lines: DataView, place: Place): number => {
	const start = readFields(batch, lines, place);
	if (start === odd) return odd;
	const next = behindLine(lines, batch.isPlain && start > fieldEnd ? skipText(lines, start) : start);
	return next - place.from > longestLine ? odd : next;
};

// Returns where something other than blanks stands behind the last field.
const readFields = ({columns, targets}: Batch, lines: DataView, {from, row}: Place): number => {
	let start = skipBlanks(lines, from);
	let before = -1;
	for (let index = 0; index < targets.length; index += 1) {
		// Only behind the last field there need not be a blank.
		if (start === before) return odd;
		const target = targets[index] ?? skipped;
		const column = target === skipped ? undefined : columns[target];
		const value = column ? readField(lines, start) : skipField(lines, start);
		if (value === odd) return odd;
		if (column) column[row] = target === approximateTarget ? Number(value === 1) : value;
		before = fieldEnd;
		start = skipBlanks(lines, before);
	}
	return start;
};

// In a plain log anything may stand behind the third field.
const skipText = (lines: DataView, start: number): number => {
	let position = start;
	while (lines.getUint8(position) !== newline) position += 1;
	return position;
};

const behindLine = (lines: DataView, end: number): number => {
	const byte = lines.getUint8(end);
	if (byte === newline) return end + 1;
	return byte === carriageReturn && lines.getUint8(end + 1) === newline ? end + 2 : odd;
};

const newline = 10;

const carriageReturn = 13;
