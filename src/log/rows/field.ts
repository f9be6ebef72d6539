/** What a field reads as that is no plain number; only `parseLine` can say what it is. */
export const odd = -1;

/** Where the field ended that was read or skipped last. */
export let fieldEnd = 0;

/**
 * Reads the plain number that begins at a byte: digits, with at most one point behind the first of them, or `NaN`.
 * `odd` for anything else, and where the number could not be told as exactly as `Number` does. Some byte behind it has
 * to be no digit, and three more have to follow, whatever they are.
 */
export const readField = (bytes: DataView, start: number): number => {
	const whole = readDigits(bytes, start, 0);
	if (fieldEnd === start) return readNaN(bytes, start);
	if (bytes.getUint8(fieldEnd) !== point) return whole < exact ? whole : odd;
	const decimalsFrom = fieldEnd + 1;
	const mantissa = readDigits(bytes, decimalsFrom, whole);
	const decimals = fieldEnd - decimalsFrom;
	return mantissa < exact && decimals < powers.length ? mantissa / (powers[decimals] ?? 1) : odd;
};

/** Passes over what `readField` would read at a byte. Returns `odd` where there is something else. */
export const skipField = (bytes: DataView, start: number): number => {
	skipDigits(bytes, start);
	if (fieldEnd === start) return readNaN(bytes, start);
	if (bytes.getUint8(fieldEnd) === point) skipDigits(bytes, fieldEnd + 1);
	// Of more digits it could be beyond every number.
	return fieldEnd - start < 300 ? 0 : odd;
};

/** The first byte from a position on that is no space or tab. */
export const skipBlanks = (bytes: DataView, start: number): number => {
	let position = start;
	while (isBlank(bytes.getUint8(position))) position += 1;
	return position;
};

/** True for a space or a tab. */
export const isBlank = (byte: number): boolean => byte === 32 || byte === 9;

// Whole numbers below it are doubles, and so are the powers of ten to 10^22: a quotient of both is rounded only once.
const exact = 2 ** 53;

const powers = Float64Array.from({length: 23}, (_, exponent) => 10 ** exponent);

const point = 46;

// Four digits at a time, as the bytes of one number.
const readDigits = (bytes: DataView, start: number, before: number): number => {
	let position = start;
	let mantissa = before;
	let four = bytes.getInt32(position, true) ^ zeros;
	let others = othersIn(four);
	while (others === 0) {
		mantissa = mantissa * 10_000 + numberOf(four);
		position += 4;
		four = bytes.getInt32(position, true) ^ zeros;
		others = othersIn(four);
	}
	const count = digitsBefore(others);
	fieldEnd = position + count;
	return count === 0 ? mantissa : mantissa * (powers[count] ?? 1) + numberOf(four << (32 - 8 * count));
};

const skipDigits = (bytes: DataView, start: number): void => {
	let position = start;
	let others = othersIn(bytes.getInt32(position, true) ^ zeros);
	while (others === 0) {
		position += 4;
		others = othersIn(bytes.getInt32(position, true) ^ zeros);
	}
	fieldEnd = position + digitsBefore(others);
};

const zeros = 0x30303030;

// Bits in each byte that is not from 0 to 9; a carry out of a byte cannot hide, since that byte has such bits itself.
const othersIn = (four: number): number => (four | (four + 0x06060606)) & 0xf0f0f0f0;

const digitsBefore = (others: number): number => (31 - Math.clz32(others & -others)) >>> 3;

// Neighbours first: 10 times each byte and the next is at most 99. The first digit is the lowest byte.
const numberOf = (four: number): number => {
	const pairs = Math.imul(four, 10) + (four >>> 8);
	return (pairs & 0xff) * 100 + ((pairs >>> 16) & 0xff);
};

const readNaN = (bytes: DataView, start: number): number => {
	if ((bytes.getInt32(start, true) & 0xffffff) !== nan) return odd;
	fieldEnd = start + 3;
	return Number.NaN;
};

// The bytes of NaN.
const nan = 0x4e614e;
