import {stat} from 'node:fs/promises';
import {type ByteSource, piecesOf, withBudget} from '../../platform/linux/byte-source.ts';
import type {Mapping} from '../../platform/linux/process-maps.ts';
import {isDeleted} from './libraries.ts';

/** A version of glibc: 2 and this number. */
export type Version = {readonly minor: number};

/** The versions whose data lies where `layout.ts` says. */
export const knownVersions = {first: 26, last: 41} as const;

/** The version that the name of the library's file tells, as it did until 2.33. */
export const versionInName = (file: string): Version | undefined => {
	const [, minor] = /libc-2\.(\d{1,3})\.so/.exec(file) ?? [];
	return minor === undefined ? undefined : {minor: Number(minor)};
};

/**
 * The path by which a mapped file can be opened, in the file system that its process sees; undefined where it is not there
 * any more, or is no plain file: a pipe in its place would never open.
 */
export const pathOf = async (processFolder: string, file: string): Promise<string | undefined> => {
	if (isDeleted(file) || !file.startsWith('/')) return undefined;
	try {
		return (await stat(`${processFolder}/root${file}`)).isFile() ? `root${file}` : undefined;
	} catch {
		return undefined;
	}
};

/** The version in what the library prints of itself, which stands in its constants. Throws ImageError. */
export const readVersion = async (
	file: ByteSource,
	mappings: readonly Mapping[],
): Promise<Version | undefined> => {
	const limited = withBudget(file, sizeLimit);
	for (const {offset, start, end} of mappings.filter(isConstant)) {
		const range = {start: offset, end: offset + end - start};
		for await (const {bytes} of piecesOf(limited, range, {overlap: 100})) {
			const [, minor] = pattern.exec(bytes.toString('latin1')) ?? [];
			if (minor !== undefined) return {minor: Number(minor)};
		}
	}
	return undefined;
};

const sizeLimit = 8 * 1024 * 1024;

const isConstant = ({isWritable, isReadable, offset}: Mapping): boolean =>
	isReadable && !isWritable && offset > 0;

const pattern = /GNU C Library [^\n]{0,80}release version 2\.(\d{1,3})/;
