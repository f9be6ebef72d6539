import assert from 'node:assert';
import type {Failure} from '../../../src/sources/url/answer.ts';
import {families} from '../../../src/sources/url/families.ts';
import type {Figures} from '../../../src/sources/url/figures.ts';
import {readAnswer} from '../../../src/sources/url/read-answer.ts';
import {
	expvar,
	goMetrics,
	goStats,
	jvmMetrics,
	micrometer,
	processMetrics,
	profile,
} from './helpers/bodies.ts';

/** How many cases of a parser got as far as its numbers, of how many. */
export type FuzzResult = {readonly parser: string; readonly cases: number; readonly past: number};

/**
 * Gives each text parser `count` answers that are valid but for some changed fields. Throws with the seed of the case
 * when a parser throws, or gives a number that cannot be. The same seed makes the same cases.
 */
export const fuzz = (count: number, seed: number): readonly FuzzResult[] =>
	Object.entries(bodies).map(([parser, originals]) => {
		let past = 0;
		for (let index = 0; index < count; index += 1) past += tryCase(originals, seed + index) ? 1 : 0;
		return {parser, cases: count, past};
	});

const bodies: Readonly<Record<string, readonly string[]>> = {
	expvar: [expvar(), JSON.stringify({memstats: goStats}, undefined, 1)],
	pprof: [profile()],
	prometheus: [goMetrics, goMetrics + processMetrics, processMetrics, jvmMetrics, micrometer],
};

const tryCase = (originals: readonly string[], seed: number): boolean => {
	const random = createRandom(seed);
	let text = random.of(originals);
	for (let changes = random.below(4); changes >= 0; changes -= 1) text = random.of(mutations)(text, random);
	try {
		const figures = readAnswer({type: 'text/plain', text});
		checkFigures(figures);
		return !headerFailures.some(failure => figures.failed?.startsWith(failure));
	} catch (error) {
		throw new Error(`Expected figures or a failure for case ${seed}, got an error`, {cause: error});
	}
};

/** Those given before a number is looked at. */
const headerFailures = [
	'broken',
	'JSON',
	'a heap profile',
	'text',
	'an HTML',
	'an empty',
	'a binary',
	'more than',
];

const checkFigures = (figures: Figures | Failure): void => {
	if (figures.failed !== undefined) {
		assert.match(figures.failed, /^[\w ,.?=-]+$/);
		return;
	}
	const {values, family} = figures;
	for (const value of Object.values(values)) assert.ok(Number.isSafeInteger(value) && value >= 0);
	const {inUse, system} = families[family];
	assert.ok(values[inUse] !== undefined && values[system] !== undefined);
	if (family === 'process') return;
	if (family === 'go') assert.ok(values[inUse] <= values[system]);
	const parts = families[family].parts.map(id => values[id]);
	const sum = parts.reduce<number>((total, part) => total + (part ?? Number.NaN), 0);
	if (!parts.includes(undefined)) assert.equal(sum, values[system]);
};

type Random = {
	readonly below: (limit: number) => number;
	readonly of: <Item>(items: readonly Item[]) => Item;
};

type Mutation = (text: string, random: Random) => string;

const numbers = [
	...['0', '1', '-1', '-0', '1e400', '1e-400', '1.5', '9007199254740993', '18446744073709551615', '8009976'],
	...['23966984', '1e7', '""', '"7"', 'null', '[]', '{}', '7\r', '9'.repeat(500)],
];

const numberForm = /(?<=[:=\s])\d[\d.eE+]*(?=[\s,}])/g;

const wordsThatJsonLacks = ['NaN', '+Inf', '0x10', '٣', '7 8', '007', ''];

const changeNumber: Mutation = (text, random) =>
	replaceOne(text, {pattern: numberForm, replace: () => random.of(numbers)}, random);

const changeWord: Mutation = (text, random) =>
	replaceOne(text, {pattern: numberForm, replace: () => random.of(wordsThatJsonLacks)}, random);

const changeDigit: Mutation = (text, random) =>
	replaceOne(text, {pattern: /(?<=[\d.])\d(?=[\s\d,}])/g, replace: () => `${random.below(10)}`}, random);

const changeLabel: Mutation = (text, random) =>
	replaceOne(
		text,
		{
			pattern: /(?<=")[^"\n]*(?=")/g,
			replace: found => random.of(['', `${found}\\"}`, 'heap', 'a'.repeat(5000), '\u001b']),
		},
		random,
	);

const changeLine =
	(change: (line: string, random: Random) => string): Mutation =>
	(text, random) =>
		replaceOne(text, {pattern: /^.*\n/gm, replace: line => change(line, random)}, random);

const changeByte: Mutation = (text, random) => {
	const at = random.below(text.length);
	return text.slice(0, at) + String.fromCharCode(random.below(256)) + text.slice(at + 1);
};

const cut: Mutation = (text, random) => text.slice(0, text.length - random.below(20));

// Most changes are of numbers, so that most cases reach the code that judges them.
const mutations: readonly Mutation[] = [
	...Array.from({length: 60}, () => changeNumber),
	...Array.from({length: 45}, () => changeDigit),
	changeLabel,
	changeWord,
	changeByte,
	cut,
	changeLine(() => ''),
	changeLine(line => line + line),
	changeLine((line, random) => line.repeat(random.below(2000))),
	changeLine(line => ` ${line}`),
];

const replaceOne = (
	text: string,
	{pattern, replace}: {readonly pattern: RegExp; readonly replace: (found: string) => string},
	random: Random,
): string => {
	const found = [...text.matchAll(pattern)];
	if (found.length === 0) return text;
	const match = random.of(found);
	return text.slice(0, match.index) + replace(match[0]) + text.slice(match.index + match[0].length);
};

// Mulberry32 by Tommy Ettinger, in the public domain: one word of state, good enough to vary cases.
const createRandom = (seed: number): Random => {
	let state = seed | 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (limit: number): number => Math.floor(next() * limit);
	return {
		below,
		of: items => {
			const item = items[below(items.length)];
			assert.ok(item !== undefined);
			return item;
		},
	};
};
