import {cleanText} from '../model/clean.ts';

/**
 * Text as a gnuplot string that nothing in it can end or run: single quotes, in which neither backquotes nor
 * backslashes mean anything, a quote doubled. Control characters become `?` even where the caller cleaned before,
 * since a line end would end the string and begin a command (gnuplot manual, "Quote Marks").
 */
export const quote = (text: string, limit = 200): string =>
	`'${cleanText(text, limit).replaceAll("'", "''")}'`;
