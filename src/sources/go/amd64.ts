import type {CodeReader} from './code-addresses.ts';

/**
 * Addresses relative to the next instruction in amd64 code: a ModRM byte with mod 00 and r/m 101 behind an opcode, then
 * 32 bits of distance; see the Intel manual, volume 2, chapter 2. Instructions are not told apart, so that
 * chance bytes may give an address too many, never one too few.
 */
export const readAmd64Addresses: CodeReader = (code, address) => {
	const taken = new Set<number>();
	const touched = new Set<number>();
	for (let at = 1; at + 5 <= code.length; at += 1) {
		const opcode = code[at - 1] ?? 0;
		if (((code[at] ?? 0) & 0xc7) !== 0x05 || !opcodes.has(opcode)) continue;
		const next = address + at + 5 + (immediates.get(opcode) ?? 0);
		const target = next + code.readInt32LE(at + 1);
		touched.add(target);
		if (opcode === lea) taken.add(target);
	}
	return {taken, touched};
};

const lea = 0x8d;

/** Bytes of constant behind the distance, by opcode. */
const immediates: ReadonlyMap<number, number> = new Map([
	[0x80, 1],
	[0x83, 1],
	[0xc6, 1],
	[0x81, 4],
	[0xc7, 4],
]);

// Moves, sums and comparisons of 64 bits, the exchanges of atomic operations, and the moves of vectors.
const opcodes: ReadonlySet<number> = new Set([
	lea,
	...[0x8b, 0x89, 0x03, 0x01, 0x2b, 0x29, 0x3b, 0x39, 0x33, 0x23, 0x0b, 0x85],
	...[0x87, 0xb1, 0xc1, 0x10, 0x11, 0x6f, 0x7f],
	...immediates.keys(),
]);
