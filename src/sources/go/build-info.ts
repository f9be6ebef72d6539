import {type ByteSource, readExactly} from '../../platform/linux/byte-source.ts';
import type {Program} from './program.ts';

/** A version of Go: `{text: '1.19.8', minor: 19}`. */
export type GoVersion = {readonly text: string; readonly minor: number};

/**
 * The version that a program says it was built with, undefined where it does not: from `.go.buildinfo` as Go 1.18 and
 * later write it, see debug/buildinfo. Throws ImageError.
 */
export const readGoVersion = async ({file, sections}: Program): Promise<GoVersion | undefined> => {
	const section = sections.find(({name}) => name === '.go.buildinfo');
	if (section === undefined || section.size < headerSize) return undefined;
	return parseBuildInfo(await readStart(file, section));
};

/** The version in the bytes of a build info. */
export const parseBuildInfo = (bytes: Buffer): GoVersion | undefined => {
	const isInline = ((bytes[15] ?? 0) & 2) !== 0;
	if (bytes.indexOf(magic) !== 0 || !isInline) return undefined;
	// The length takes one byte: no version has 128 letters.
	const length = bytes[headerSize] ?? 0;
	const parts = /^(?:devel )?go(1\.(\d{1,3})[.0-9a-z]{0,12})/.exec(
		bytes.toString('latin1', headerSize + 1, headerSize + 1 + length),
	);
	if (length >= 0x80 || parts === null) return undefined;
	return {text: parts[1] ?? '', minor: Number(parts[2])};
};

const headerSize = 32;
const magic = Buffer.from('\xff Go buildinf:', 'latin1');

const readStart = (file: ByteSource, {offset, size}: {offset: number; size: number}): Promise<Buffer> =>
	readExactly(file, offset, Math.min(size, headerSize + 0x80));
