/** How wide a text is about, in ems: by the advance widths of DejaVu Sans, which other fonts of screens hardly exceed. */
export const textWidth = (text: string): number => {
	let width = 0;
	for (const letter of text) width += widthOf(letter);
	return width;
};

/** The text cut so that it is hardly wider than so many ems. */
export const fitted = (text: string, ems: number): string => {
	if (textWidth(text) <= ems) return text;
	let kept = '';
	let width = widthOf('…');
	for (const letter of text) {
		width += widthOf(letter);
		if (width > ems) break;
		kept += letter;
	}
	return `${kept}…`;
};

const widthOf = (letter: string): number => widths.find(([letters]) => letters.test(letter))?.[1] ?? 0.62;

const widths: readonly (readonly [RegExp, number])[] = [
	[/[ijlI.,:;'| !·]/, 0.33],
	[/[frt()[\]{}/-]/, 0.4],
	[/[mwMW…@%→—]/, 0.96],
	[/[0-9_]/, 0.64],
	[/[A-Z#&<>=+~]/, 0.74],
	[/[\u1100-\uffdc]/, 1],
];
