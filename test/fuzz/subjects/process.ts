import {programEntry, readAuxiliaryEntry} from '../../../src/platform/linux/auxiliary-entry.ts';
import {withBudget} from '../../../src/platform/linux/byte-source.ts';
import {elfHeaderSize, parseElfHeader} from '../../../src/platform/linux/elf/header.ts';
import {readSections} from '../../../src/platform/linux/elf/sections.ts';
import {readSegments} from '../../../src/platform/linux/elf/segments.ts';
import {findSymbol} from '../../../src/platform/linux/elf/symbol.ts';
import {readMappings} from '../../../src/platform/linux/process-maps.ts';
import {touchedRanges} from '../../../src/platform/linux/touched-pages.ts';
import {createCheckedSource} from '../checked-source.ts';
import {mutate} from '../field.ts';
import type {Subject} from '../harness.ts';
import {goProgram} from '../images/go-program.ts';
import type {Random} from '../random.ts';

const program = goProgram();
const budget = 4 * 1024 ** 2;

const mutated = (random: Random) => {
	const bytes = Buffer.from(program.bytes);
	mutate(bytes, program.fields, random);
	return withBudget(createCheckedSource([{start: 0, bytes}]), budget);
};

const elf: Subject = {
	name: 'ELF tables and symbols',
	run: async random => {
		const file = mutated(random);
		const header = parseElfHeader(await file.read(0, elfHeaderSize));
		if (typeof header === 'string') return false;
		await readSegments(file, header);
		await findSymbol(file, await readSections(file, header), 'runtime.gcController');
		return true;
	},
};

const letters = ['0', '7', 'f', '-', ' ', 'r', 'w', 'p', '\n', '\0', 'x', '/'] as const;

const maps: Subject = {
	name: 'maps',
	run: async random => {
		const text =
			'00400000-00401000 r-xp 00000000 00:10 8 /bin/x\n7ffc00000000-7ffc00021000 rw-p 0 00:00 0 [stack]\n';
		const bytes = Buffer.from(text.repeat(1 + random.below(4)));
		for (let change = random.below(4); change > 0; change -= 1) {
			bytes.write(random.pick(letters), random.below(bytes.length), 'latin1');
		}
		const mappings = await readMappings(createCheckedSource([{start: 0, bytes}]));
		for (const {start, end} of mappings) {
			if (!(start < end)) throw new RangeError(`expected a mapping, got ${start} to ${end}`);
		}
		return mappings.length > 0;
	},
};

const pages: Subject = {
	name: 'pagemap and auxiliary vector',
	run: async random => {
		const bytes = Buffer.alloc(8 * random.below(600), random.below(256));
		const source = withBudget(createCheckedSource([{start: 8 * random.below(100), bytes}]), budget);
		const start = random.below(2 ** 20);
		const range = {start, end: start + random.below(2 ** 20)};
		const touched = await touchedRanges(source, range, 4096);
		const isInside = touched.every(part => part.start >= range.start && part.end <= range.end);
		if (!isInside) throw new RangeError('expected parts of the range, got others');
		await readAuxiliaryEntry(source, programEntry);
		return true;
	},
};

/** What tells of any process and its program. */
export const processSubjects: readonly Subject[] = [elf, maps, pages];
