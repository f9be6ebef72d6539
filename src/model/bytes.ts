const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/**
 * Bytes in IEC units with three significant digits: `41.2 MiB`, `1.00 GiB`, `999 B`.
 * Never shows `1000` or more but for the step to 1024 (`1023 KiB` reads `1.00 MiB`); NaN is `–`.
 */
export const formatBytes = (bytes: number): string => {
	if (!Number.isFinite(bytes)) return '–';
	const [scaled, unit] = scale(Math.abs(bytes));
	return `${bytes < 0 ? '-' : ''}${threeDigits(scaled, unit)} ${units[unit]}`;
};

/** The same with its sign always shown, for changes: `+0.30 MiB`. */
export const formatByteChange = (bytes: number): string =>
	Number.isFinite(bytes) ? `${bytes < 0 ? '' : '+'}${formatBytes(bytes)}` : '–';

/** Exact count with thousands separated: `43,201,536 B`; NaN is `–`. */
export const formatExactBytes = (bytes: number): string =>
	Number.isFinite(bytes) ? `${groupThousands(bytes)} B` : '–';

/** A whole number with thousands separated by commas: `12,345`. */
export const groupThousands = (count: number): string =>
	Math.round(count)
		.toString()
		.replace(/\B(?=(\d{3})+$)/g, ',');

const scale = (bytes: number): readonly [number, number] => {
	let scaled = bytes;
	let unit = 0;
	while (scaled >= 999.5 && unit < units.length - 1) {
		scaled /= 1024;
		unit += 1;
	}
	return [scaled, unit];
};

const threeDigits = (scaled: number, unit: number): string => {
	if (unit === 0) return Math.round(scaled).toString();
	if (scaled >= 99.95) return scaled.toFixed(0);
	return scaled >= 9.995 ? scaled.toFixed(1) : scaled.toFixed(2);
};
