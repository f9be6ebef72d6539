import {systemClock} from '../../../src/model/clock.ts';
import {withBudget} from '../../../src/platform/linux/byte-source.ts';
import {createProc} from '../../../src/platform/linux/proc.ts';
import {takenBy} from '../../../src/sources/go/accounts.ts';
import {readAmd64Addresses} from '../../../src/sources/go/amd64.ts';
import {readArm64Addresses} from '../../../src/sources/go/arm64.ts';
import {parseBuildInfo} from '../../../src/sources/go/build-info.ts';
import {
	findFunction,
	functionTableHeaderSize,
	parseFunctionTable,
} from '../../../src/sources/go/function-table.ts';
import {goSource} from '../../../src/sources/go/index.ts';
import {locationsIn} from '../../../src/sources/go/locate-by-signature.ts';
import {totalsOffsets} from '../../../src/sources/go/location.ts';
import {openGo} from '../../../src/sources/go/open.ts';
import {parseCycle, parsePacing} from '../../../src/sources/go/pacing.ts';
import {readProgram} from '../../../src/sources/go/program.ts';
import {readTextStart} from '../../../src/sources/go/text-start.ts';
import {totalsAt} from '../../../src/sources/go/totals.ts';
import {createCheckedSource} from '../checked-source.ts';
import {mutate} from '../field.ts';
import type {Subject} from '../harness.ts';
import {functionTablePart} from '../images/go-code.ts';
import {accountsPart, controllerPart, generationWords, totalsOffset} from '../images/go-memory.ts';
import {addresses, goProgram} from '../images/go-program.ts';
import {createNative} from '../native.ts';
import type {Random} from '../random.ts';

const program = goProgram();
const budget = 4 * 1024 ** 2;
const virtual = 64 * 1024 ** 2;

const mutated = (
	{bytes, fields}: {bytes: Buffer; fields: Parameters<typeof mutate>[1]},
	random: Random,
): Buffer => {
	const copy = Buffer.from(bytes);
	mutate(copy, fields, random);
	return copy;
};

const table = functionTablePart(addresses.text);

const functions: Subject = {
	name: 'table of functions',
	run: async random => {
		const bytes = mutated(table, random);
		const source = withBudget(createCheckedSource([{start: addresses.table, bytes}]), budget);
		const found = parseFunctionTable(
			await source.read(addresses.table, functionTableHeaderSize),
			addresses.table,
		);
		if (found === undefined) return bytes.subarray(0, 8).equals(table.bytes.subarray(0, 8));
		await findFunction(source, found, 'runtime.readmemstats_m');
		return true;
	},
};

const text: Subject = {
	name: 'start of the text',
	run: async random => {
		const {memory} = createNative(mutated(program, random));
		const data = [{start: addresses.data, end: addresses.data + 0x2000}];
		await readTextStart(withBudget(memory, budget), addresses.table, data);
		return true;
	},
};

const code: Subject = {
	name: 'machine code of amd64 and arm64',
	run: random => {
		const bytes = Buffer.from(Array.from({length: random.below(200)}, () => random.below(256)));
		for (const start of Array.from({length: 5}, () => random.below(bytes.length + 1))) {
			const isLong = start + 8 <= bytes.length;
			if (isLong && random.chance(0.5)) bytes.set([0x48, 0x8d, 0x05], start);
			else if (isLong) bytes.set([0, 0, 0, 0x90, 0, 0, 0, 0x91], start - (start % 4));
		}
		for (const read of [readAmd64Addresses, readArm64Addresses]) {
			for (const address of read(bytes, addresses.text).touched) {
				if (!Number.isInteger(address)) throw new RangeError(`expected an address, got ${address}`);
			}
		}
		return true;
	},
};

const info: Subject = {
	name: 'build info',
	run: random => {
		const bytes = Buffer.from(program.bytes.subarray(0x3000, 0x3000 + random.below(64)));
		if (bytes.length > 32) bytes[15 + random.below(bytes.length - 15)] = random.below(256);
		parseBuildInfo(bytes);
		return true;
	},
};

const controller = controllerPart();
const accounts = accountsPart();

const totals: Subject = {
	name: 'totals, pacing and accounts',
	run: random => {
		const bytes = mutated(controller, random);
		const pacing = parsePacing(bytes);
		totalsOffsets(bytes, virtual);
		locationsIn({position: addresses.controller, bytes}, virtual);
		parseCycle(bytes, totalsOffset);
		const books = mutated(accounts, random);
		takenBy(books, {address: 0, words: generationWords}, totalsAt(bytes, totalsOffset));
		return pacing !== undefined;
	},
};

const whole: Subject = {
	name: 'a whole process',
	run: async random => {
		const file = mutated(program, random);
		const native = createNative(file);
		const target = {pid: 1, name: 'case'};
		const opened = await openGo({proc: createProc(), clock: systemClock, target}, native);
		if (opened.refused !== undefined) return typeof (await readProgram(native.program)) !== 'string';
		for (let tick = 0; tick < 2; tick += 1) {
			check(opened.read().values);
			mutate(file, program.fields, random);
		}
		return true;
	},
};

// Numbers of one moment, all of them or none.
const check = (values: Readonly<Record<string, number>>): void => {
	const sys = values['go.sys'];
	if (sys === undefined) return;
	const parts = (goSource.parts ?? []).map(id => values[id] ?? Number.NaN);
	const sum = parts.reduce((total, part) => total + part, 0);
	const isSound =
		parts.every(part => Number.isSafeInteger(part) && part >= 0) && sum === sys && sys <= virtual;
	if (!isSound) throw new RangeError(`expected parts of ${sys}, got ${parts.join(', ')}`);
};

/** What tells of a Go process. */
export const goSubjects: readonly Subject[] = [functions, text, code, info, totals, whole];
