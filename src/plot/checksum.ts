import {createHash} from 'node:crypto';

/** The text with a last line that tells whether anyone has changed it since. */
export const sealed = (text: string): string => `${text}\n${sealOf(`${text}\n`)}\n`;

/** True for a text as `sealed` made it: not edited, and not somebody else's. */
export const isOurs = (text: string): boolean => {
	const start = text.lastIndexOf(prefix);
	return start > 0 && text.slice(start) === `${sealOf(text.slice(0, start))}\n`;
};

const sealOf = (text: string): string => `${prefix}${createHash('sha256').update(text).digest('hex')}`;

const prefix = '# memtop keeps this file once it is edited; unedited it has the SHA-256 ';
