import {stat} from 'node:fs/promises';

/** Told how many bytes of how many are read. */
export type Tell = (bytes: number, all: number) => void;

/** How far some files are read, one after the other: what to tell, for each of them, its own bytes to. */
export const progressOf = async (paths: readonly string[], tell: Tell | undefined) => {
	const sizes = await Promise.all(
		paths.map(async path => (await stat(path).catch(() => undefined))?.size ?? 0),
	);
	const all = sum(sizes);
	return {
		in: (index: number): ((bytes: number) => void) => {
			const before = sum(sizes.slice(0, index));
			return bytes => tell?.(before + bytes, all);
		},
	};
};

const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0);
