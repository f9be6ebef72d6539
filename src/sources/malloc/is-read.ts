import type {HeldBytes} from '../../platform/linux/held-bytes.ts';

/** Fills `bytes` with what is at an address; false where not all of it is there. */
export const isRead = (memory: Pick<HeldBytes, 'readNow'>, address: number, bytes: Buffer): boolean => {
	try {
		return memory.readNow(address, bytes) === bytes.length;
	} catch {
		return false;
	}
};
