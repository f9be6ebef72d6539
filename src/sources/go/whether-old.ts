import {readExactly} from '../../platform/linux/byte-source.ts';
import type {GoVersion} from './build-info.ts';
import {tableAge} from './function-table.ts';
import type {Program} from './program.ts';

/** A clause when a program was built with Go before 1.19, which keeps no totals that could be read. Throws ImageError. */
export const whyTooOld = async (
	{file, sections}: Program,
	version: GoVersion | undefined,
): Promise<string | undefined> => {
	if (version !== undefined && version.minor < 19) return `Go ${version.text} keeps no running totals`;
	const table = sections.find(({name}) => name.endsWith('.gopclntab'));
	const isOld = table !== undefined && tableAge(await readExactly(file, table.offset, 8)) === 'old';
	return isOld ? 'Go 1.17 and older keep no running totals' : undefined;
};
