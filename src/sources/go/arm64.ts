import type {CodeReader} from './code-addresses.ts';

/**
 * Addresses that arm64 code builds from the page of ADRP and a part added by ADD or by the offset of a load or store; see
 * the Arm Architecture Reference Manual, chapter C6. Follows the registers from one instruction to the next in
 * the order of memory, which is how a compiler lays such pairs out.
 */
export const readArm64Addresses: CodeReader = (code, address) => {
	const taken = new Set<number>();
	const touched = new Set<number>();
	const registers: (number | undefined)[] = [];
	for (let at = 0; at + 4 <= code.length; at += 4) {
		const {target, isTaken} = step(registers, code.readUInt32LE(at), address + at);
		if (target === undefined) continue;
		touched.add(target);
		if (isTaken) taken.add(target);
	}
	return {taken, touched};
};

type Step = {readonly target?: number | undefined; readonly isTaken?: boolean};

// What one instruction makes of the registers that hold known addresses, and the address it completes.
const step = (registers: (number | undefined)[], word: number, address: number): Step => {
	const destination = word & 31;
	const base = registers[(word >>> 5) & 31];
	if (isPageAddress(word)) {
		registers[destination] = pageOf(address) + 4096 * pagesOf(word);
		return {};
	}
	if (isAddition(word)) {
		const target = base === undefined ? undefined : base + additionOf(word);
		registers[destination] = target;
		return {target, isTaken: true};
	}
	if (isMemoryAccess(word) || isOrdered(word)) {
		const distance = isOrdered(word) ? 0 : 8 * immediateOf(word);
		// A load replaces what its register held, a store does not.
		if ((word & 0x00400000) !== 0) registers[destination] = undefined;
		return {target: base === undefined ? undefined : base + distance};
	}
	if (isCall(word)) registers.length = 0;
	return {};
};

const isPageAddress = (word: number): boolean => (word & 0x9f000000) >>> 0 === 0x90000000;

// ADD of a constant to a 64-bit register, and LDR or STR of 64 bits at a constant distance.
const isAddition = (word: number): boolean => (word & 0xff800000) >>> 0 === 0x91000000;
const isMemoryAccess = (word: number): boolean => (word & 0xff800000) >>> 0 === 0xf9000000;

// LDAR and STLR of 64 bits.
const isOrdered = (word: number): boolean => (word & 0xffbffc00) >>> 0 === 0xc89ffc00;

// BL and BLR: Go keeps no register over a call.
const isCall = (word: number): boolean =>
	(word & 0xfc000000) >>> 0 === 0x94000000 || (word & 0xfffffc1f) >>> 0 === 0xd63f0000;

const pageOf = (address: number): number => address - (address % 4096);

const immediateOf = (word: number): number => (word >>> 10) & 0xfff;

const additionOf = (word: number): number =>
	(word & 0x00400000) === 0 ? immediateOf(word) : immediateOf(word) * 4096;

// Signed 21 bits: the upper 19 in bits 5 to 23, the lower two in bits 29 and 30.
const pagesOf = (word: number): number => {
	const upper = ((word << 8) >> 13) << 2;
	return upper | ((word >>> 29) & 3);
};
