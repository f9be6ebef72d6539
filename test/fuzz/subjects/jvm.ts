import {createProc} from '../../../src/platform/linux/proc.ts';
import type {Mapping} from '../../../src/platform/linux/process-maps.ts';
import {parseEntries} from '../../../src/sources/jvm/entries.ts';
import {jvmSource} from '../../../src/sources/jvm/index.ts';
import {openJvm} from '../../../src/sources/jvm/open.ts';
import {findReservedHeap} from '../../../src/sources/jvm/reserved-heap.ts';
import {findTraces} from '../../../src/sources/jvm/traces.ts';
import {createCheckedFile} from '../checked-source.ts';
import {mutate} from '../field.ts';
import type {Subject} from '../harness.ts';
import {g1Counters, hsperfdataPart, serialCounters, shenandoahCounters} from '../images/hsperfdata.ts';
import type {Random} from '../random.ts';

const images = [
	hsperfdataPart(serialCounters),
	hsperfdataPart(g1Counters),
	hsperfdataPart(shenandoahCounters),
] as const;

const entries: Subject = {
	name: 'hsperfdata',
	run: random => {
		const {bytes, fields} = random.pick(images);
		const copy = Buffer.from(bytes);
		mutate(copy, fields, random);
		const cut = random.chance(0.1) ? copy.subarray(0, random.below(copy.length)) : copy;
		const found = parseEntries(cut);
		if (typeof found === 'string') return found === 'its counters contradict each other';
		for (const offset of found.numbers.values()) {
			const isInside = Number.isSafeInteger(offset) && offset >= 32 && offset + 8 <= cut.length;
			if (!isInside) throw new RangeError(`expected a number in ${cut.length} bytes, got one at ${offset}`);
		}
		return true;
	},
};

const library = '/usr/lib/jvm/lib/server/libjvm.so';
const page = 4096;

const mappingsOf = (random: Random): readonly Mapping[] => {
	let end = 0;
	return Array.from({length: random.below(20)}, () => {
		const start = end + (random.chance(0.5) ? 0 : page * random.below(2 ** 20));
		end = start + page * (1 + random.below(64));
		const file = random.pick(['', '', '', library, `/tmp/hsperfdata_jane/${random.below(3)}`]);
		const [isReadable, isWritable] = [random.chance(0.5), random.chance(0.5)];
		return {start, end, isReadable, isWritable, offset: 0, file};
	});
};

const maps: Subject = {
	name: 'mappings of a JVM',
	run: random => {
		const mappings = mappingsOf(random);
		findTraces(mappings, 1);
		const reserved = page * random.below(2 ** 8);
		const found = findReservedHeap(mappings, {reserved, committed: page * random.below(2 ** 8)});
		if (found && found.end - found.start !== reserved)
			throw new RangeError(`expected a range of ${reserved} bytes, got ${found.end - found.start}`);
		return true;
	},
};

const address = 0x7f00_0000_0000;
const proc = createProc();

const whole: Subject = {
	name: 'a whole JVM',
	run: async random => {
		const {bytes, fields} = random.pick(images);
		const copy = Buffer.from(bytes);
		const memory = createCheckedFile([{start: address, bytes: copy}]);
		const text = `400000-401000 r-xp 0 0:0 0 ${library}\n${hex(address)}-${hex(address + copy.length)} rw-s 0 0:0 1 /tmp/hsperfdata_jane/7\n`;
		const files: Readonly<Record<string, Buffer>> = {
			maps: Buffer.from(text),
			status: Buffer.from('Uid:\t1\t1\t1\t1\nNSpid:\t1\t7\n'),
		};
		mutate(copy, fields, random);
		const opened = await openJvm(
			{proc, target: {pid: 1, name: 'case'}, temporary: '/nonexistent'},
			{
				program: undefined,
				memory,
				virtual: () => 2 ** 40,
				lend: (name, use) => use(createCheckedFile([{start: 0, bytes: files[name] ?? Buffer.alloc(0)}])),
				close: () => {},
			},
		);
		if (opened.refused !== undefined) return !/no such|another format|not ready/.test(opened.refused);
		for (let tick = 0; tick < 2; tick += 1) {
			check(opened.read().values);
			mutate(copy, fields, random);
		}
		return true;
	},
};

const hex = (number: number): string => number.toString(16);

// Numbers of one moment, all of them or none.
const check = (values: Readonly<Record<string, number>>): void => {
	for (const [id, value] of Object.entries(values)) {
		if (!(value >= 0 && Number.isFinite(value)))
			throw new RangeError(`expected a number for ${id}, got ${value}`);
	}
	if (values['jvm.used'] === undefined) return;
	const sum = (jvmSource.parts ?? []).reduce((total, id) => total + (values[id] ?? 0), 0);
	if (sum !== values['jvm.committed']) throw new RangeError(`expected parts of the heap, got ${sum} bytes`);
};

/** What tells of a JVM. */
export const jvmSubjects: readonly Subject[] = [entries, maps, whole];
