import {cleanText} from '../model/clean.ts';

/**
 * Text as a gnuplot string that nothing in it can end or run: in single quotes neither backquotes nor backslashes mean
 * anything (gnuplot manual, "Quote Marks"). Control characters become `?` even where the caller cleaned before, since
 * a line end would end the string and begin a command. A quote is joined in, not doubled: gnuplot 5.4 reads a doubled
 * one wrongly where another quote comes before it, as in `'''a'` and `'a''''b'`.
 */
export const quote = (text: string, limit = 200): string =>
	cleanText(text, limit)
		.split("'")
		.map(part => `'${part}'`)
		.join(`."'".`);
