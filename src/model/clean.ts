/**
 * Text from outside made safe for a terminal, a title, an SVG and a script: C0, C1, DEL, bidirectional controls,
 * line separators and lone surrogates (what invalid UTF-8 decodes to is U+FFFD already) become `?`.
 * Cut to `limit` characters. Done once, where the text enters the program.
 */
export const cleanText = (text: string, limit = 200): string =>
	text.slice(0, limit).toWellFormed().replace(unsafe, '?');

// U+FFFD is what toWellFormed and the UTF-8 decoder leave behind; `?` is shown by every font.
const unsafe =
	/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffd]/gu;
