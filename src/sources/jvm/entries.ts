import {halfWordAt} from '../../platform/linux/words.ts';

/** The counters that a JVM publishes: where each stands among the bytes of its hsperfdata file. */
export type Entries = {
	/** Offset of the 64-bit number of a counter, by its name. */
	readonly numbers: ReadonlyMap<string, number>;
	/** Text of a counter when the bytes were read, by its name. */
	readonly texts: ReadonlyMap<string, string>;
	/** Offset of a text, by its name. */
	readonly textOffsets: ReadonlyMap<string, number>;
};

/**
 * Finds the counters in the bytes of an hsperfdata file of version 2, see `PerfDataPrologue` and `PerfDataEntry` in
 * share/runtime/perfMemory.hpp of OpenJDK 8 to 25; a clause where there are none. An entry never moves once it is there.
 */
export const parseEntries = (all: Buffer): Entries | string => {
	const obstacle = obstacleIn(all);
	if (obstacle !== undefined) return obstacle;
	const bytes = all.subarray(0, usedSize(all));
	const numbers = new Map<string, number>();
	const texts = new Map<string, string>();
	const textOffsets = new Map<string, number>();
	const count = Math.min(halfWordAt(bytes, 28), entryLimit);
	let start = halfWordAt(bytes, 24);
	for (let index = 0; index < count; index += 1) {
		const entry = entryAt(bytes, start);
		if (entry === undefined) return 'its counters contradict each other';
		const {name, data, end} = entry;
		if (entry.type === 'J' && entry.vectorLength === 0) numbers.set(name, data);
		if (entry.type === 'B') {
			texts.set(name, textAt(bytes, data, data + entry.vectorLength));
			textOffsets.set(name, data);
		}
		start = end;
	}
	return {numbers, texts, textOffsets};
};

/** Why no counter can be read from these bytes now; undefined when they can. */
export const obstacleIn = (bytes: Buffer): string | undefined => {
	if (bytes.length < prologueSize || bytes.readUInt32BE(0) !== magic)
		return 'its hsperfdata file is no such file';
	if (bytes[4] !== littleEndian || bytes[5] !== 2) return 'its hsperfdata file has another format';
	return bytes[7] === 1 ? undefined : 'its counters are not ready';
};

/** How many of the bytes hold entries, those at the beginning. */
export const usedSize = (bytes: Buffer): number => {
	const used = halfWordAt(bytes, 8);
	return used >= prologueSize && used <= bytes.length ? used : bytes.length;
};

/** Bytes in front of the entries. */
export const prologueSize = 32;

const magic = 0xca_fe_c0_c0;
const littleEndian = 1;

// Some 200 in OpenJDK 25.
const entryLimit = 5000;

type Entry = {
	readonly name: string;
	/** `J` for a number, `B` for text. */
	readonly type: string;
	/** Bytes of text; 0 for a single number. */
	readonly vectorLength: number;
	/** Offset of the value. */
	readonly data: number;
	/** Offset of the next entry. */
	readonly end: number;
};

const entryAt = (bytes: Buffer, start: number): Entry | undefined => {
	const end = start + halfWordAt(bytes, start);
	const name = start + halfWordAt(bytes, start + 4);
	const vectorLength = halfWordAt(bytes, start + 8);
	const type = String.fromCharCode(bytes[start + 12] ?? 0);
	const data = start + halfWordAt(bytes, start + 16);
	const isWhole =
		start >= prologueSize &&
		name >= start + headerSize &&
		name < data &&
		data + (vectorLength === 0 ? 8 : vectorLength) <= end &&
		end <= bytes.length;
	return isWhole ? {name: textAt(bytes, name, data), type, vectorLength, data, end} : undefined;
};

const headerSize = 20;

const textAt = (bytes: Buffer, start: number, end: number): string => {
	const zero = bytes.indexOf(0, start);
	return bytes.toString('latin1', start, zero < 0 || zero > end ? end : zero);
};
