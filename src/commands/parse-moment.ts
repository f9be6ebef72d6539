import type {Moment} from '../figure/moment.ts';
import {cleanText} from '../model/clean.ts';
import {UsageError} from '../model/usage-error.ts';
import {parseDuration} from './parse.ts';

/**
 * A moment of a recording: Unix seconds, ISO 8601 as `2026-11-22T09:15`, local where it names no zone, or a length of
 * time back from the newest sample, as `-10m`. Throws UsageError for anything else.
 */
export const parseMoment = (text: string): Moment => {
	if (/^-[\d.]+[a-z]*$/.test(text)) return {beforeEnd: parseDuration(text.slice(1)), words: text};
	const at = /^\d+(\.\d+)?$/.test(text) ? Number(text) : parseIso(text);
	if (at >= 0 && Number.isFinite(at)) return {at, words: text};
	throw new UsageError(`expected a moment as 1763791234, 2026-11-22T09:15 or -10m, got "${cleanText(text)}"`);
};

const parseIso = (text: string): number => {
	const [, day, time = 'T00:00', zone = ''] = iso.exec(text) ?? [];
	if (day === undefined || !isInCalendar(day)) return Number.NaN;
	return Date.parse(`${day}${time.replace(' ', 'T')}${zone.replace(/(\d\d)(\d\d)$/, '$1:$2')}`) / 1000;
};

const iso = /^(\d{4}-\d\d-\d\d)(?:([T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:?\d\d)?)?$/;

// Date would take a 30th of February for the 2nd of March.
const isInCalendar = (day: string): boolean => {
	const time = Date.parse(`${day}T00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};
