import {cleanText} from '../model/clean.ts';
import {UsageError} from '../model/usage-error.ts';

/** Seconds between samples, from 0.001 to 3600. Throws UsageError for anything else. */
export const parseDelay = (text: string): number => {
	const seconds = parseNumber(text);
	if (seconds >= 0.001 && seconds <= 3600) return seconds;
	throw new UsageError(`expected a delay in seconds from 0.001 to 3600, got "${cleanText(text)}"`);
};

/** A count of samples, a whole number from 1. Throws UsageError for anything else. */
export const parseCount = (text: string): number => {
	const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
	if (count >= 1 && Number.isSafeInteger(count)) return count;
	throw new UsageError(`expected a count of samples, a whole number from 1, got "${cleanText(text)}"`);
};

/** A length of time in seconds, written `90`, `90s`, `1.5m`, `2h` or `1d`. Throws UsageError for anything else. */
export const parseDuration = (text: string): number => {
	const [, number = '', unit = ''] = /^([\d.]+)(ms|s|m|h|d)?$/.exec(text) ?? [];
	const seconds = parseNumber(number) * (units[unit] ?? 1);
	if (seconds > 0 && Number.isFinite(seconds)) return seconds;
	throw new UsageError(`expected a duration such as 90s, 10m or 2h, got "${cleanText(text)}"`);
};

const units: Readonly<Record<string, number>> = {ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400};

const parseNumber = (text: string): number => (/^(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN);
