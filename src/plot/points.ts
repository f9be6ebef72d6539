/** Points of a curve in drawing order; a NaN in `y` breaks the curve there. */
export type Points = {readonly x: Float64Array; readonly y: Float64Array};

/** Each unbroken stretch as first row and the row after its last. */
export const strokesOf = ({y}: Points): (readonly [number, number])[] => {
	const strokes: (readonly [number, number])[] = [];
	let start = 0;
	for (let row = 0; row <= y.length; row += 1) {
		if (row < y.length && !Number.isNaN(y[row])) continue;
		if (row > start) strokes.push([start, row]);
		start = row + 1;
	}
	return strokes;
};
