import {formatBytes} from '../../model/bytes.ts';
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
	const fine = tickStep((high - low) / (rows > 24 ? 8 : 4), unit);
	const scale = scaleBetween(low, high, {step: fine, unit});
	// Three digits do not tell the finest ticks of a tall axis apart.
	return isDistinct(scale) ? scale : scaleBetween(low, high, {step: tickStep(fine * 1.5, unit), unit});
};

/** Where a value lies on an axis of `dots` dots, counted from its lower end: 0 to `dots - 1`. */
export const dotOf = (value: number, {low, high}: Scale, dots: number): number =>
	Math.max(0, Math.min(dots - 1, Math.round(((value - low) / (high - low)) * (dots - 1))));

const scaleBetween = (low: number, high: number, {step, unit}: {step: number; unit: Unit}): Scale => {
	const first = Math.max(0, Math.floor(low / step) * step);
	const last = Math.max(first + step, Math.ceil(high / step) * step);
	return {low: first, high: last, ticks: ticksBetween(first, last, {step, unit})};
};

const isDistinct = ({ticks}: Scale): boolean => new Set(ticks.map(({label}) => label)).size === ticks.length;

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

const ticksBetween = (low: number, high: number, {step, unit}: {step: number; unit: Unit}): readonly Tick[] =>
	Array.from({length: Math.round((high - low) / step) + 1}, (_, index) => low + index * step).map(value => ({
		value,
		label: unit === 'bytes' ? shortBytes(value) : shortNumber(value),
	}));

// `64.0 MiB` is `64 MiB` on an axis.
const shortBytes = (bytes: number): string => formatBytes(bytes).replace(/\.0+ /, ' ');

const shortNumber = (value: number): string => Number(value.toPrecision(4)).toString();
