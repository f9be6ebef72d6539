/** A point of a measured line. */
export type Point = {readonly x: number; readonly y: number};

/** The straight line `start + slope x` with the smallest squares of deviations from the points. */
export type StraightLine = {
	readonly start: number;
	readonly slope: number;
	/** The largest deviation of a point, as a share of what the line has there. */
	readonly deviation: number;
};

/** The straight line through at least two points of different x. */
export const straightLine = (points: readonly Point[]): StraightLine => {
	const mean = (of: (point: Point) => number): number =>
		points.reduce((sum, point) => sum + of(point), 0) / points.length;
	const [meanX, meanY] = [mean(({x}) => x), mean(({y}) => y)];
	const slope = mean(({x, y}) => (x - meanX) * (y - meanY)) / mean(({x}) => (x - meanX) ** 2);
	const start = meanY - slope * meanX;
	const deviations = points.map(({x, y}) => Math.abs(y / (start + slope * x) - 1));
	return {start, slope, deviation: Math.max(...deviations)};
};
