import {formatByteChange, formatBytes, groupThousands} from '../model/bytes.ts';
import {formatDuration} from '../model/duration.ts';
import type {Unit} from '../model/metric.ts';

/** A metric's number as the table prints it: `41.2 MiB`, `12,345`, `3.1 %`, `120/s`; NaN is `–`. */
export const formatValue = (value: number, unit: Unit): string =>
	Number.isFinite(value) ? printers[unit](value) : '–';

/** A metric's change per minute, with its sign always shown. */
export const formatChange = (value: number, unit: Unit): string => {
	if (!Number.isFinite(value)) return '–';
	return unit === 'bytes'
		? formatByteChange(Math.abs(value) < 0.5 ? 0 : value)
		: `${value < 0 ? '-' : '+'}${formatValue(Math.abs(value), unit)}`;
};

const printers = {
	bytes: formatBytes,
	count: groupThousands,
	percent: value => `${value.toFixed(1)} %`,
	seconds: formatDuration,
	identifier: String,
	perSecond: value => `${rate(value)}/s`,
} satisfies Record<Unit, (value: number) => string>;

// At most seven characters: rates of a million and more are told in millions.
const rate = (value: number): string => {
	if (value >= 999_999.5) return `${(value / 1e6).toPrecision(3)} M`;
	return value >= 10 ? groupThousands(value) : value.toFixed(1);
};
