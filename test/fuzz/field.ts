import type {Random} from './random.ts';

/** A number somewhere in an image, little-endian. */
export type Field = {
	readonly name: string;
	readonly offset: number;
	readonly size: 1 | 2 | 4 | 8;
	/** True when an image with another number there is nothing of its kind at all, and is turned away at once. */
	readonly isHeader?: boolean;
};

/** Where fields lie that are `by` bytes further on. */
export const moved = (fields: readonly Field[], by: number): readonly Field[] =>
	fields.map(field => ({...field, offset: field.offset + by}));

/** Writes another number into one to three of the fields, of the header rarely; says what it did. */
export const mutate = (bytes: Buffer, fields: readonly Field[], random: Random): string => {
	const candidates = fields.filter(({isHeader}) => isHeader !== true || random.chance(headerShare));
	const [first, ...others] = candidates;
	if (first === undefined) return 'nothing';
	const changes = Array.from({length: 1 + random.below(3)}, () => {
		const field = random.pick([first, ...others]);
		const value = otherValue(read(bytes, field), field.size, random);
		write(bytes, field, value);
		return `${field.name} = ${value}`;
	});
	return changes.join(', ');
};

const headerShare = 0.02;

const read = (bytes: Buffer, {offset, size}: Field): bigint =>
	size === 8 ? bytes.readBigUInt64LE(offset) : BigInt(bytes.readUIntLE(offset, size));

const write = (bytes: Buffer, {offset, size}: Field, value: bigint): void => {
	if (size === 8) bytes.writeBigUInt64LE(value, offset);
	else bytes.writeUIntLE(Number(value), offset, size);
};

// Near what is there, at the ends of what fits, and anywhere.
const otherValue = (value: bigint, size: number, random: Random): bigint => {
	const bits = size * 8;
	const any = BigInt(random.below(2 ** 32)) << BigInt(random.below(bits));
	const other = random.pick([
		value + 1n,
		value - 1n,
		value + 8n,
		value * 2n,
		value / 2n,
		value + 4096n,
		value ^ (1n << BigInt(random.below(bits))),
		0n,
		1n,
		-1n,
		1n << BigInt(bits - 1),
		(1n << 53n) - 1n,
		(1n << 32n) - 1n,
		any,
	]);
	return BigInt.asUintN(bits, other);
};
