import {eastAsianWidth} from 'get-east-asian-width';

/** Text of which each letter takes one cell of the screen: wide letters, marks over others and emoji become `?`. */
export const narrow = (text: string): string =>
	onlyNarrow.test(text) ? text : Array.from(text, letter => (isNarrow(letter) ? letter : '?')).join('');

// What almost every text is: Latin, and the signs the screen itself is drawn with.
const onlyNarrow = /^[ -~ -ʯ–−…·←→↑↓⌫]*$/;

const isNarrow = (letter: string): boolean =>
	letter.length === 1 && !/\p{Mark}/u.test(letter) && eastAsianWidth(letter.codePointAt(0) ?? 0) === 1;
