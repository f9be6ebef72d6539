import type {LabelledTime} from './clock-labels.ts';
import type {TimeLabel} from './time-labels.ts';

/**
 * Labels on round times since `origin` (Unix seconds), each centred on its place, and the time at the end: `0`, `1m`,
 * `1h 30m`.
 */
export const elapsedLabels = ({start, end, cells}: LabelledTime, origin: number): readonly TimeLabel[] => {
	const step = steps.find(length => (length / (end - start)) * cells >= room) ?? (end - start) / 2;
	const exact = step >= day ? hour : step >= hour ? minute : Math.min(1, step);
	const text = elapsedText(Math.round((end - origin) / exact) * exact, exact);
	const last = {x: cells - text.length, text};
	const labels: TimeLabel[] = [];
	for (let index = Math.max(0, Math.ceil((start - origin) / step - 1e-6)); ; index += 1) {
		const label = labelAt(
			{start, end, cells},
			{time: origin + index * step, text: elapsedText(index * step, step)},
		);
		if (!(label.x < last.x)) break;
		if (label.x >= 0 && isClear(labels.at(-1), label) && isClear(label, last)) labels.push(label);
	}
	return last.x >= 0 && text !== '' ? [...labels, last] : labels;
};

const labelAt = (
	{start, end, cells}: LabelledTime,
	{time, text}: {readonly time: number; readonly text: string},
): TimeLabel => {
	const at = Math.floor(((time - start) / (end - start)) * cells + 1e-6);
	return {x: at === 0 ? 0 : at - Math.floor(text.length / 2), text};
};

const isClear = (one: TimeLabel | undefined, next: TimeLabel): boolean =>
	!one || one.x + one.text.length < next.x;

/** A length of time, exact to `step` seconds: `0`, `12.5s`, `1m 30s`, `2h 5m`, `3d 4h`. */
export const elapsedText = (seconds: number, step: number): string => {
	if (!Number.isFinite(seconds)) return '';
	const decimals = step >= 1 ? 0 : Math.ceil(-Math.log10(step) - 1e-9);
	let rest = Number(Math.abs(seconds).toFixed(decimals));
	const pieces: string[] = [];
	for (const [name, size] of units) {
		const count = name === 's' ? rest : Math.floor(rest / size);
		rest -= count * size;
		if (count > 0) pieces.push(`${Number(count.toFixed(decimals))}${name}`);
	}
	return pieces.length === 0 ? '0' : `${seconds < 0 ? '-' : ''}${pieces.join(' ')}`;
};

const room = 12;

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const units = [
	['d', day],
	['h', hour],
	['m', minute],
	['s', 1],
] as const;

const steps: readonly number[] = [
	...[0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5],
	...[1, 2, 5, 10, 15, 30],
	...[1, 2, 5, 10, 15, 30].map(count => count * minute),
	...[1, 2, 3, 6, 12].map(count => count * hour),
	...[1, 2, 5, 10, 20, 50, 100, 200, 500].map(count => count * day),
];
