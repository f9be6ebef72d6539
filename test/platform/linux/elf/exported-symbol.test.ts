import test from 'ava';
import {withBudget} from '../../../../src/platform/linux/byte-source.ts';
import {findExportedSymbol} from '../../../../src/platform/linux/elf/exported-symbol.ts';
import {elfHeaderSize, parseElfHeader} from '../../../../src/platform/linux/elf/header.ts';
import {readSections} from '../../../../src/platform/linux/elf/sections.ts';
import {readSegments} from '../../../../src/platform/linux/elf/segments.ts';
import {holdBytes} from '../../../../src/platform/linux/held-bytes.ts';
import {nodeProgram} from '../../../helpers/node-versions.ts';

test('names that a program exports, and one that it does not', async t => {
	const held = await holdBytes(nodeProgram(22));
	t.teardown(held.close);
	const file = withBudget(held, 64 * 1024);
	const header = parseElfHeader(await file.read(0, elfHeaderSize));
	if (typeof header === 'string') return t.fail(header);
	const tables = {segments: await readSegments(file, header), sections: await readSections(file, header)};
	const find = (name: string) => findExportedSymbol(file, tables, name);
	// nm -D of the same file says so.
	t.is(await find('_ZN2v88internal7Version6major_E'), 0x6b2dc34);
	t.is(await find('_ZN4node11per_process8metadataE'), 0x6b410e0);
	t.is(await find('no_such_name'), undefined);
});
