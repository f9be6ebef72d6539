import {type HeldBytes, isRead} from '../../platform/linux/held-bytes.ts';
import type {MemoryView} from './memory-view.ts';

/**
 * Whether the process ever touched the page of the system that an address lies on, by its `pagemap` file: reading another
 * one would map a page into it, see proc_pid_pagemap(5). Where the file tells nothing, every address counts as touched.
 */
export const createTouchedTest = (pagemap: Pick<HeldBytes, 'readNow'>, pageSize: number) => {
	const entry = Buffer.alloc(8);
	return (address: number): boolean => {
		if (!isRead(pagemap, Math.floor(address / pageSize) * 8, entry)) return true;
		// Bit 63 says that the page is in memory, bit 62 that it is in swap.
		return (entry[7] ?? 0) >= 0x40;
	};
};

/** The same memory, of which nothing can be read but what the process has touched. */
export const touchedOnly = (
	view: MemoryView,
	pagemap: Pick<HeldBytes, 'readNow'>,
	pageSize: number,
): MemoryView => {
	const isTouched = createTouchedTest(pagemap, pageSize);
	const isAllTouched = (address: number, length: number): boolean => {
		const first = Math.floor(address / pageSize);
		const count = Math.floor((address + length - 1) / pageSize) - first + 1;
		return Array.from({length: count}, (_, index) => (first + index) * pageSize).every(isTouched);
	};
	const isReadable = (address: number, length: number): boolean =>
		Number.isSafeInteger(address) && address >= 0 && isAllTouched(address, length);
	return {
		mappings: view.mappings,
		readInto: (address, buffer) => isReadable(address, buffer.length) && view.readInto(address, buffer),
		read: (address, length) => (isReadable(address, length) ? view.read(address, length) : undefined),
	};
};
