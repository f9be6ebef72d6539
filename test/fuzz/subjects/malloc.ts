import {systemClock} from '../../../src/model/clock.ts';
import {createProc} from '../../../src/platform/linux/proc.ts';
import {mallocSource} from '../../../src/sources/malloc/index.ts';
import {openMalloc} from '../../../src/sources/malloc/open.ts';
import {parseParameters} from '../../../src/sources/malloc/parameters.ts';
import {mutate} from '../field.ts';
import type {Subject} from '../harness.ts';
import {mallocMemory} from '../images/malloc-process.ts';
import {createMallocNative, virtualSize} from '../malloc-native.ts';

const pristine = mallocMemory();

const whole: Subject = {
	name: 'arenas, heaps and free lists of malloc',
	run: async random => {
		const memory = mallocMemory();
		pristine.bytes.copy(memory.bytes);
		// Most of its words are of empty bins, and of chunks in use.
		const fields = pristine.fields.filter(({name}) => !/ in (list|row)$/.test(name) || random.chance(0.05));
		if (random.chance(0.7)) mutate(memory.bytes, fields, random);
		const target = {pid: 1, name: 'case'};
		const opening = {proc: createProc(), clock: systemClock, target};
		const opened = await openMalloc(opening, createMallocNative(memory));
		if (opened.refused !== undefined) return true;
		for (let tick = 0; tick < 3; tick += 1) {
			check(opened.read().values);
			mutate(memory.bytes, fields, random);
		}
		await opened.outside?.();
		opened.close();
		return true;
	},
};

// Numbers of one moment, all of them or none.
const check = (values: Readonly<Record<string, number>>): void => {
	const system = values['malloc.system'];
	if (system === undefined) return;
	if (!(system >= 0 && system <= virtualSize)) throw new RangeError(`expected bytes, got ${system}`);
	if (values['malloc.in_use'] === undefined) return;
	const parts = (mallocSource.parts ?? []).map(id => values[id] ?? Number.NaN);
	const sum = parts.reduce((total, part) => total + part, 0);
	const isSound = parts.every(part => Number.isSafeInteger(part) && part >= 0) && sum === system;
	if (!isSound) throw new RangeError(`expected parts of ${system}, got ${parts.join(', ')}`);
};

const parameters: Subject = {
	name: 'parameters of malloc',
	run: random => {
		parseParameters(Buffer.from(Array.from({length: random.below(200)}, () => random.below(256))));
		return true;
	},
};

/** What tells of malloc. */
export const mallocSubjects: readonly Subject[] = [whole, parameters];
