/** Figures of a column of numbers, NaN left out; all NaN but the count where it has no number. */
export type ColumnFigures = {
	/** Numbers that are not NaN. */
	readonly count: number;
	readonly last: number;
	readonly min: number;
	readonly max: number;
	readonly mean: number;
};

/** The figures of a column. */
export const figuresOfColumn = (column: Float64Array): ColumnFigures => {
	const figures = wholeFigures(column);
	if (!Number.isNaN(figures.mean) || column.length === 0) return figures;
	const numbers = column.filter(isNumber);
	return numbers.length < column.length ? wholeFigures(numbers) : figures;
};

const isNumber = (value: number): boolean => !Number.isNaN(value);

// Of few enough values that what is counted stays in registers, and the sums of neighbouring blocks do not wait for each
// other: three times as fast as all at once.
const together = 16;

// Of a column without NaN: with one, the mean is NaN.
const wholeFigures = (column: Float64Array): ColumnFigures => {
	const count = column.length;
	const last = column[count - 1] ?? Number.NaN;
	let min = column[0] ?? Number.NaN;
	let max = min;
	let total = 0;
	for (let from = 0; from < count; from += together) {
		const until = Math.min(from + together, count);
		let low = column[from] ?? Number.NaN;
		let high = low;
		// Counted from one of the values: the sum of many large numbers would lose the digits that differ.
		let sum = low - last;
		for (let index = from + 1; index < until; index += 1) {
			const value = column[index] ?? Number.NaN;
			sum += value - last;
			if (value < low) low = value;
			else if (value > high) high = value;
		}
		min = Math.min(min, low);
		max = Math.max(max, high);
		total += sum;
	}
	return {count, last, min, max, mean: last + total / count};
};
