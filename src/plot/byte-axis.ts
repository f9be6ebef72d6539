/** A place on an axis and what is written there. */
export type Tic = {readonly at: number; readonly label: string};

/** A stretch of an axis. */
export type Range = {readonly from: number; readonly to: number};

/** The unit an axis of bytes is labelled in. */
export type ByteUnit = {readonly name: (typeof unitNames)[number]; readonly bytes: number};

/** An axis of bytes: from zero, with tics on multiples of a power of two. */
export type ByteAxis = {readonly range: Range; readonly tics: readonly Tic[]; readonly unit: ByteUnit};

/**
 * The axis that holds values from zero to `highest` bytes with a little room above; at least 1 MiB high, so that
 * a few pages are no mountain. `intervals` asks for exactly so many steps, to share the grid of another axis.
 */
export const byteAxis = (highest: number, intervals?: number): ByteAxis => {
	const needed = Math.max(highest * headroom, mebibyte.bytes);
	const step = 2 ** Math.ceil(Math.log2(needed / (intervals ?? mostIntervals)));
	const count = intervals ?? Math.ceil(needed / step);
	const unit = units.findLast(({bytes}) => count * step >= bytes) ?? mebibyte;
	const tics = Array.from({length: count + 1}, (_, index) => tic(index * step, unit));
	return {range: {from: 0, to: count * step}, tics, unit};
};

/** How many steps its tics make. */
export const intervalsOf = (axis: ByteAxis): number => axis.tics.length - 1;

const tic = (bytes: number, unit: ByteUnit): Tic => ({
	at: bytes,
	label: bytes === 0 ? '0' : `${bytes / unit.bytes} ${unit.name}`,
});

const headroom = 1.02;
const mostIntervals = 8;
const unitNames = ['MiB', 'GiB', 'TiB', 'PiB', 'EiB', 'ZiB', 'YiB'] as const;
const units: readonly ByteUnit[] = unitNames.map((name, index) => ({name, bytes: 2 ** (20 + 10 * index)}));
const mebibyte: ByteUnit = {name: 'MiB', bytes: 2 ** 20};
