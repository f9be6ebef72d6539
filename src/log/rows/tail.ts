import {type Batch, skipped} from './batch.ts';
import type {Cells} from './field.ts';

const eight = 8;

/** The tail of the line before: its fields from the third on, which often stand in the next line again. */
export type Tail = Cells & {
	/** In bytes. */
	start: number;
	/** Where the line behind it begins; the same before the first line. */
	next: number;
};

/** The field that a tail begins with: in use changes with almost every line, what stands behind system with few. */
export const tailField = 2;

/** True where the same bytes as a tail stand at a position, to the end of the line. */
export const isRepeated = (tail: Tail, start: number): boolean => {
	const {bytes} = tail;
	const length = tail.next - tail.start;
	if (length < eight || start + length > bytes.byteLength) return false;
	// Eight bytes at a time, as doubles: they are equal only where the text is. The last ones may overlap.
	for (let index = 0; index < length - eight; index += eight) {
		if (bytes.getFloat64(start + index) !== bytes.getFloat64(tail.start + index)) return false;
	}
	return bytes.getFloat64(start + length - eight) === bytes.getFloat64(tail.next - eight);
};

/** Puts the numbers of a tail that the row before has into the one behind it, in place. */
export const repeatNumbers = ({starts, numbers, length}: Batch): void => {
	for (let index = tailField; index < starts.length; index += 1) {
		const start = starts[index] ?? skipped;
		if (start !== skipped) numbers[start + length] = numbers[start + length - 1] ?? Number.NaN;
	}
};
