import {readExactly} from '../../platform/linux/byte-source.ts';
import {findSymbol} from '../../platform/linux/elf/symbol.ts';
import {rowsOfAccounts} from './accounts.ts';
import type {Image} from './image.ts';
import {controllerSize, type Location, totalsOffsets} from './location.ts';

/**
 * A row of six words for each size that the accounts in `runtime.memstats` may have; none without that symbol. A program
 * that never asks for MemStats has no code to find them by. Throws ImageError.
 */
export const accountsRows = async ({program, bias}: Image): Promise<readonly number[]> => {
	const address = await findSymbol(program.file, program.sections, 'runtime.memstats');
	return address === undefined ? [] : rowsOfAccounts(address + bias);
};

/** Finds the totals by the symbol table, which stripped programs do not have. Throws ImageError. */
export const locateBySymbol = async ({
	program,
	memory,
	bias,
	virtual,
}: Image): Promise<Location | undefined> => {
	const address = await findSymbol(program.file, program.sections, 'runtime.gcController');
	if (address === undefined) return undefined;
	const controller = address + bias;
	const [totals, ...others] = totalsOffsets(await readExactly(memory, controller, controllerSize), virtual);
	return totals === undefined || others.length > 0 ? undefined : {controller, totals};
};
