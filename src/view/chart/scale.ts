import type {Unit} from '../../model/metric.ts';
import type {Extent} from '../../model/series.ts';

/** A vertical axis: its range, and the values that are marked on it, ascending and inside the range. */
export type Scale = {readonly low: number; readonly high: number; readonly ticks: readonly Tick[]};

/** A marked value and what is printed beside it. */
export type Tick = {readonly value: number; readonly label: string};

/** What an axis is made for. */
export type ScaleNeeds = {readonly unit: Unit; readonly isZeroBased: boolean; readonly rows: number};

/**
 * The axis for values of an extent. Ticks lie on powers of two for bytes, on 1, 2, 5 otherwise, and the range ends on
 * them, so that it stays put while the values move. It spans at least a twentieth of the value and 1 MiB (bytes), or
 * 1 otherwise: idle jitter is not drawn as a mountain.
 */
export const scaleFor = (extent: Extent, {unit, isZeroBased, rows}: ScaleNeeds): Scale => {
	const max = Number.isNaN(extent.max) ? 0 : extent.max;
	const min = isZeroBased || Number.isNaN(extent.min) ? 0 : extent.min;
	const [low, high] = widened(min, max, unit === 'bytes' ? 2 ** 20 : 1);
	const step = tickStep((high - low) / (rows > 24 ? 8 : 4), unit);
	const first = Math.max(0, Math.floor(low / step) * step);
	const last = Math.max(first + step, Math.ceil(high / step) * step);
	return {low: first, high: last, ticks: ticksBetween(first, last, {step, unit})};
};

/** Where a value lies on an axis of `dots` dots, counted from its lower end: 0 to `dots - 1`. */
export const dotOf = (value: number, {low, high}: Scale, dots: number): number =>
	Math.max(0, Math.min(dots - 1, Math.round(((value - low) / (high - low)) * (dots - 1))));

const widened = (min: number, max: number, least: number): readonly [number, number] => {
	const span = Math.max(max - min, max * 0.05, least);
	const middle = (min + max) / 2;
	return max - min >= span ? [min, max] : [Math.max(0, middle - span / 2), middle + span / 2];
};

const tickStep = (atLeast: number, unit: Unit): number => {
	if (unit === 'bytes') return 2 ** Math.ceil(Math.log2(atLeast));
	const power = 10 ** Math.floor(Math.log10(atLeast));
	return power * ([1, 2, 5, 10].find(factor => factor * power >= atLeast) ?? 10);
};

const ticksBetween = (
	low: number,
	high: number,
	{step, unit}: {step: number; unit: Unit},
): readonly Tick[] => {
	const print = unit === 'bytes' ? bytesIn(unitFor(step)) : shortNumber;
	const values = Array.from({length: Math.round((high - low) / step) + 1}, (_, index) => low + index * step);
	return values.map(value => ({value, label: print(value)}));
};

// One unit for the whole axis, in which its steps are quarters at least: every label is exact, and steps look even.
const unitFor = (step: number): number =>
	Math.max(
		0,
		byteUnits.findLastIndex((_, power) => step >= 1024 ** power / 4),
	);

const bytesIn =
	(power: number) =>
	(bytes: number): string =>
		bytes === 0 ? '0 B' : `${bytes / 1024 ** power} ${byteUnits[power]}`;

const byteUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

const shortNumber = (value: number): string => Number(value.toPrecision(4)).toString();
