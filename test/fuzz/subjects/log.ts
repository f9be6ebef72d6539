import {readBlocks} from '../../../src/log/blocks.ts';
import {
	type Context,
	type DatedSample,
	freshContext,
	type Interpreted,
	interpretLine,
} from '../../../src/log/interpret.ts';
import {beginReading, positionOf, readBlock} from '../../../src/log/rows/reading.ts';
import {furtherOf, type RowItem} from '../../../src/log/rows.ts';
import type {Subject} from '../harness.ts';
import {randomLog} from '../images/log.ts';
import type {Random} from '../random.ts';

/** Which further columns are wanted; undefined for all. */
type Wanted = readonly string[] | undefined;

/** What was said, in order: a row of numbers for a sample, otherwise the entry. */
type Said = readonly unknown[];

/** The fast reading of many lines at once against the reading of one line at a time. */
const rows: Subject = {
	name: 'rows of a log',
	run: async random => {
		const bytes = Buffer.from(randomLog(random), 'latin1');
		const further = random.pick([undefined, [], ['rss'], ['collections', 'rss']]);
		const fast = await readFast(bytes, random, further);
		const slow = readSlowly(bytes, further);
		const wrong = slow.findIndex((said, index) => !isSame(said, fast[index]));
		if (wrong >= 0 || fast.length !== slow.length) throw difference(slow[wrong], fast[wrong]);
		return slow.some(said => Array.isArray(said));
	},
};

const readFast = async (bytes: Buffer, random: Random, further: Wanted): Promise<Said> => {
	const reading = beginReading({...(further && {further})});
	const said: unknown[] = [];
	for await (const block of readBlocks(piecemeal(bytes, random), 0)) {
		for (const item of readBlock(reading, block)) said.push(...flattened(item));
	}
	const {batch} = reading;
	said.push(...flattened({type: 'rows', ...batch, columns: batch.columns}));
	const {context: _, ...position} = positionOf(reading);
	return [...said, position];
};

// As a disk may give them.
const piecemeal = (bytes: Buffer, random: Random) => ({
	read: async (buffer: Buffer, offset: number, _length: number, position: number) => ({
		bytesRead: bytes.copy(buffer, offset, position, position + 1 + random.below(400)),
	}),
});

const flattened = (item: RowItem): Said => {
	if (item.type !== 'rows') return [item];
	return Array.from({length: item.length}, (_, row) => item.columns.map(column => column[row]));
};

const readSlowly = (bytes: Buffer, wanted: Wanted): Said => {
	const context = freshContext();
	const tally: Tally = {offset: 0, line: 0, damaged: 0, disordered: 0};
	const said: unknown[] = [];
	for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, tally.offset)) {
		tally.line += 1;
		const {offset, line} = tally;
		for (const entry of interpretLine(context, bytes.toString('utf8', offset, end), {offset, line})) {
			count(tally, entry);
			if (entry.type !== 'damaged')
				said.push(entry.type === 'sample' ? rowOf(entry, context, wanted) : entry);
		}
		tally.offset = end + 1;
	}
	return [...said, tally];
};

type Tally = {offset: number; line: number; damaged: number; disordered: number; firstDamaged?: number};

const count = (tally: Tally, entry: Interpreted): void => {
	if (entry.type === 'sample' && entry.isDisordered) tally.disordered += 1;
	if (entry.type !== 'damaged') return;
	tally.damaged += 1;
	tally.firstDamaged ??= tally.line;
};

const rowOf = (sample: DatedSample, {columns}: Context, wanted: Wanted): Said => {
	const {time, inUse, system, approximate, further} = sample;
	const names = furtherOf(columns ?? []);
	const isWanted = (_: number, index: number) => wanted?.includes(names[index] ?? '') ?? true;
	return [time, inUse, system, Number(approximate), ...further.filter(isWanted)];
};

const isSame = (one: unknown, other: unknown): boolean => {
	if (!Array.isArray(one) || !Array.isArray(other)) return JSON.stringify(one) === JSON.stringify(other);
	return one.length === other.length && one.every((value, index) => Object.is(value, other[index]));
};

const difference = (expected: unknown, got: unknown): Error =>
	new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`);

/** What reads a log. */
export const logSubjects: readonly Subject[] = [rows];
