import {cleanText} from '../model/clean.ts';

/** Attributes of an element; numbers are written with at most two decimals. */
export type Attributes = Readonly<Record<string, string | number>>;

/** An XML element; `content` is XML already. */
export const element = (name: string, attributes: Attributes, content?: string): string => {
	const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(inWords(value))}"`);
	return content === undefined
		? `<${name}${list.join('')}/>`
		: `<${name}${list.join('')}>${content}</${name}>`;
};

/** A text element that shows `text` as it is, whatever it holds, cut to `limit` characters. */
export const label = (text: string, attributes: Attributes, limit = 200): string =>
	element('text', attributes, escaped(cleanText(text, limit)));

/** A length in pixels with at most two decimals. */
export const pixels = (length: number): number => Math.round(length * 100) / 100;

const inWords = (value: string | number): string =>
	typeof value === 'number' ? pixels(value).toString() : value;

const escaped = (text: string): string => text.replace(/[&<>"]/g, character => entities[character] ?? '');

const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};
