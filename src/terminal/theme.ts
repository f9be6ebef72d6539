import {type Style, styles} from '../view/style.ts';
import type {Capabilities} from './capabilities.ts';

/** How a style looks: a colour of the terminal's palette, and what else sets it off. */
type Look = {readonly colour?: number; readonly isBold?: boolean; readonly isInverse?: boolean};

/** The terminal library's number for each style, by its index in `styles`. */
export type Theme = Uint32Array;

/** The looks of all styles with so many colours. */
export const themeFor = (colours: Capabilities['colours']): Theme =>
	Uint32Array.from(styles, style => attributeOf(looks[colours][style] ?? {}));

// Flags, foreground, background from the left, nine bits each for the colours; 0x1ff is the terminal's own.
const attributeOf = ({colour = 0x1ff, isBold = false, isInverse = false}: Look): number =>
	(((isBold ? 1 : 0) | (isInverse ? 8 : 0)) << 18) | (colour << 9) | 0x1ff;

type Looks = Partial<Record<Style, Look>>;

const mono: Looks = {
	strong: {isBold: true},
	fullCollection: {isBold: true},
	borderSelected: {isBold: true},
	inUse: {isBold: true},
	system: {isBold: true},
	cursor: {isBold: true},
	mark: {isBold: true},
	bad: {isInverse: true},
	good: {isBold: true},
	key: {isBold: true},
	chosen: {isInverse: true},
};

// Bright black is invisible on many terminals with eight colours, so nothing is drawn in it.
const eight: Looks = {
	...mono,
	inUse: {colour: 6, isBold: true},
	inUseFill: {colour: 4},
	system: {colour: 3, isBold: true},
	systemFill: {colour: 3},
	rss: {colour: 2},
	other: {colour: 5, isBold: true},
	cursor: {colour: 7, isBold: true},
	mark: {colour: 2, isBold: true},
	event: {colour: 5},
	collection: {colour: 5},
	fullCollection: {colour: 5, isBold: true},
	good: {colour: 2},
	bad: {colour: 1, isBold: true},
	key: {colour: 6},
	borderSelected: {colour: 6},
};

const sixteen: Looks = {
	...eight,
	inUse: {colour: 14},
	inUseFill: {colour: 4},
	system: {colour: 11},
	rss: {colour: 10},
	other: {colour: 13},
	cursor: {colour: 15},
	mark: {colour: 10},
	event: {colour: 5},
	collection: {colour: 5},
	fullCollection: {colour: 13},
	good: {colour: 10},
	bad: {colour: 9, isBold: true},
	key: {colour: 14},
};

const many: Looks = {
	dim: {colour: 245},
	strong: {isBold: true},
	border: {colour: 239},
	borderSelected: {colour: 250},
	inUse: {colour: 80},
	inUseFill: {colour: 24},
	system: {colour: 215},
	systemFill: {colour: 94},
	rss: {colour: 150},
	other: {colour: 177},
	cursor: {colour: 255, isBold: true},
	mark: {colour: 222},
	event: {colour: 110},
	gap: {colour: 238},
	collection: {colour: 96},
	fullCollection: {colour: 219},
	good: {colour: 114},
	bad: {colour: 203, isBold: true},
	key: {colour: 80},
	chosen: {isInverse: true},
};

const looks = {0: mono, 8: eight, 16: sixteen, 256: many} satisfies Record<Capabilities['colours'], Looks>;
