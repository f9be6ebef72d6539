/**
 * The unsigned 64-bit little-endian number at `offset`; NaN where it is not there whole, and above 2^53, where no size
 * and no address of a process lies.
 */
export const wordAt = (bytes: Buffer, offset: number): number => {
	if (!(offset >= 0) || offset + 8 > bytes.length) return Number.NaN;
	const high = bytes.readUInt32LE(offset + 4);
	return high < 0x200000 ? high * 0x100000000 + bytes.readUInt32LE(offset) : Number.NaN;
};

/** The unsigned 32-bit little-endian number at `offset`; NaN where it is not there whole. */
export const halfWordAt = (bytes: Buffer, offset: number): number =>
	offset >= 0 && offset + 4 <= bytes.length ? bytes.readUInt32LE(offset) : Number.NaN;

/** The unsigned 16-bit little-endian number at `offset`; NaN where it is not there whole. */
export const shortAt = (bytes: Buffer, offset: number): number =>
	offset >= 0 && offset + 2 <= bytes.length ? bytes.readUInt16LE(offset) : Number.NaN;
