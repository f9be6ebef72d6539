/** What a field reads as that is no plain number; only `parseLine` can say what it is. */
export const odd = -1;

// Constants stand before what uses them: only so does the bundle have them as literals, not as variables of a scope.
const zeros = 0x30303030;
// After zeros are taken from it bit by bit.
const point = 0x2e ^ 0x30;
const nan = 0x4e614e;

// Whole numbers below it are doubles, and so are the powers of ten to 10^22: a quotient of both is rounded only once.
const exact = 2 ** 53;
const powers = Float64Array.from({length: 23}, (_, exponent) => 10 ** exponent);

/** What is read from, and where to. */
export type Cells = {
	/** Behind each number some byte that is no digit, and three more, whatever they are. */
	readonly bytes: DataView;
	/** Numbers are read straight into their places: any other way they would be objects for a moment. */
	readonly numbers: Float64Array;
};

/**
 * Reads the plain number that begins at a byte into a place: digits, with at most one point behind the first of them,
 * or `NaN`. Returns where it ends; `odd`, with anything in its place, for anything else and where the number could not
 * be told as exactly as `Number` does.
 */
export const readField = ({bytes, numbers}: Cells, start: number, place: number): number => {
	let mantissa = 0;
	let end = start;
	let decimalsFrom = 0;
	// Four digits at a time, as the bytes of one number.
	for (;;) {
		const four = bytes.getInt32(end, true) ^ zeros;
		const others = othersIn(four);
		if (others === 0) {
			mantissa = mantissa * 10_000 + numberOf(four);
			end += 4;
			continue;
		}
		const count = digitsBefore(others);
		if (count > 0) mantissa = mantissa * (powers[count] ?? 1) + numberOf(four << (32 - 8 * count));
		end += count;
		if (decimalsFrom > 0 || end === start || ((four >>> (8 * count)) & 0xff) !== point) break;
		end += 1;
		decimalsFrom = end;
	}
	const decimals = decimalsFrom > 0 ? end - decimalsFrom : 0;
	if (!(mantissa < exact && decimals < powers.length)) return odd;
	numbers[place] = end === start ? Number.NaN : mantissa / (powers[decimals] ?? 1);
	return end === start ? behindNaN(bytes, start) : end;
};

/** Passes over what `readField` would read at a byte. Returns where it ends, or `odd` where there is something else. */
export const skipField = (bytes: DataView, start: number): number => {
	let end = skipDigits(bytes, start);
	if (end === start) return behindNaN(bytes, start);
	if ((bytes.getUint8(end) ^ 0x30) === point) end = skipDigits(bytes, end + 1);
	// Of more digits it could be beyond every number.
	return end - start < 300 ? end : odd;
};

/** The first byte from a position on that is no space or tab. */
export const skipBlanks = (bytes: DataView, start: number): number => {
	let position = start;
	while (isBlank(bytes.getUint8(position))) position += 1;
	return position;
};

const isBlank = (byte: number): boolean => byte === 32 || byte === 9;

const skipDigits = (bytes: DataView, start: number): number => {
	let position = start;
	let others = othersIn(bytes.getInt32(position, true) ^ zeros);
	while (others === 0) {
		position += 4;
		others = othersIn(bytes.getInt32(position, true) ^ zeros);
	}
	return position + digitsBefore(others);
};

// Bits in each byte that is not from 0 to 9; a carry out of a byte cannot hide, since that byte has such bits itself.
const othersIn = (four: number): number => (four | (four + 0x06060606)) & 0xf0f0f0f0;

const digitsBefore = (others: number): number => (31 - Math.clz32(others & -others)) >>> 3;

// Neighbours first: 10 times each byte and the next is at most 99. The first digit is the lowest byte.
const numberOf = (four: number): number => {
	const pairs = Math.imul(four, 10) + (four >>> 8);
	return (pairs & 0xff) * 100 + ((pairs >>> 16) & 0xff);
};

const behindNaN = (bytes: DataView, start: number): number =>
	(bytes.getInt32(start, true) & 0xffffff) === nan ? start + 3 : odd;
