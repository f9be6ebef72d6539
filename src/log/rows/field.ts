/** What a field reads as that is no plain number; only `parseLine` can say what it is. */
export const odd = -1;

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
export const readField = (cells: Cells, start: number, place: number): number => {
	const {bytes, numbers} = cells;
	numbers[place] = 0;
	let end = readDigits(cells, start, place);
	if (end === start) {
		numbers[place] = Number.NaN;
		return behindNaN(bytes, start);
	}
	let decimals = 0;
	if (bytes.getUint8(end) === point) {
		const from = end + 1;
		end = readDigits(cells, from, place);
		decimals = end - from;
	}
	const mantissa = numbers[place] ?? Number.NaN;
	if (!(mantissa < exact && decimals < powers.length)) return odd;
	if (decimals > 0) numbers[place] = mantissa / (powers[decimals] ?? 1);
	return end;
};

/** Passes over what `readField` would read at a byte. Returns where it ends, or `odd` where there is something else. */
export const skipField = (bytes: DataView, start: number): number => {
	let end = skipDigits(bytes, start);
	if (end === start) return behindNaN(bytes, start);
	if (bytes.getUint8(end) === point) end = skipDigits(bytes, end + 1);
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

// Whole numbers below it are doubles, and so are the powers of ten to 10^22: a quotient of both is rounded only once.
const exact = 2 ** 53;

const powers = Float64Array.from({length: 23}, (_, exponent) => 10 ** exponent);

const point = 46;

// Appends digits to the number in a place, four at a time, as the bytes of one number. Returns where they end.
const readDigits = ({bytes, numbers}: Cells, start: number, place: number): number => {
	let position = start;
	let mantissa = numbers[place] ?? Number.NaN;
	let four = bytes.getInt32(position, true) ^ zeros;
	let others = othersIn(four);
	while (others === 0) {
		mantissa = mantissa * 10_000 + numberOf(four);
		position += 4;
		four = bytes.getInt32(position, true) ^ zeros;
		others = othersIn(four);
	}
	const count = digitsBefore(others);
	if (count > 0) mantissa = mantissa * (powers[count] ?? 1) + numberOf(four << (32 - 8 * count));
	numbers[place] = mantissa;
	return position + count;
};

const skipDigits = (bytes: DataView, start: number): number => {
	let position = start;
	let others = othersIn(bytes.getInt32(position, true) ^ zeros);
	while (others === 0) {
		position += 4;
		others = othersIn(bytes.getInt32(position, true) ^ zeros);
	}
	return position + digitsBefore(others);
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

const behindNaN = (bytes: DataView, start: number): number =>
	(bytes.getInt32(start, true) & 0xffffff) === nan ? start + 3 : odd;

// The bytes of NaN.
const nan = 0x4e614e;
