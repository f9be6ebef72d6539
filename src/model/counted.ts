import {groupThousands} from './bytes.ts';

/** A count with what is counted, in the singular or with an s: `1 sample`, `12,345 samples`. */
export const counted = (count: number, word: string): string =>
	`${groupThousands(count)} ${word}${count === 1 ? '' : 's'}`;
