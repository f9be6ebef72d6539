import {type HeldBytes, isRead} from '../../platform/linux/held-bytes.ts';
import {mappingAt} from '../../platform/linux/mapping-at.ts';
import type {Mapping} from '../../platform/linux/process-maps.ts';

/** The memory of a process at the addresses that its mappings allow to be read. */
export type MemoryView = {
	readonly mappings: readonly Mapping[];
	/** Fills the buffer from `address` on; false where that is not all readable. Never throws. */
	readonly readInto: (address: number, buffer: Buffer) => boolean;
	/** So many bytes; undefined where they are not all readable. */
	readonly read: (address: number, length: number) => Buffer | undefined;
};

/** Views a memory through its mappings, ascending. */
export const createMemoryView = (
	memory: Pick<HeldBytes, 'readNow'>,
	mappings: readonly Mapping[],
): MemoryView => {
	const readInto = (address: number, buffer: Buffer): boolean => {
		if (!Number.isSafeInteger(address) || !mappingAt(mappings, address, buffer.length)?.isReadable)
			return false;
		return isRead(memory, address, buffer);
	};
	return {
		mappings,
		readInto,
		read: (address, length) => {
			const buffer = Buffer.alloc(length);
			return readInto(address, buffer) ? buffer : undefined;
		},
	};
};
