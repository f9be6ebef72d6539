import {systemClock} from '../../../src/model/clock.ts';
import {createProc} from '../../../src/platform/linux/proc.ts';
import {v8Source} from '../../../src/sources/v8/index.ts';
import {layouts} from '../../../src/sources/v8/layouts.ts';
import {openV8} from '../../../src/sources/v8/open.ts';
import {descriptionSize, parseApart, parsePage} from '../../../src/sources/v8/page.ts';
import {mutate} from '../field.ts';
import type {Subject} from '../harness.ts';
import {unknownLayouts} from '../images/unknown-layouts.ts';
import {type V8Image, v8Image, wholeV8Image} from '../images/v8-memory.ts';
import {createV8Native} from '../v8-native.ts';

const proc = createProc();
const target = {pid: 1, name: 'case'};

const heapOf = (name: string, {bytes, fields}: V8Image): Subject => {
	return {
		name,
		run: async random => {
			const image = Buffer.from(bytes);
			if (random.chance(0.7)) mutate(image, fields, random);
			const opened = await openV8({proc, clock: systemClock, target, attempts: 1}, createV8Native(image));
			if (opened.refused !== undefined) return opened.applies;
			for (let tick = 0; tick < 4; tick += 1) {
				const {values, lost} = opened.read();
				check(values);
				if (lost !== undefined) break;
				mutate(image, fields, random);
			}
			await opened.outside?.();
			opened.close();
			return true;
		},
	};
};

const heaps: readonly Subject[] = [
	...layouts.map(layout => heapOf(`a process with V8 ${layout.version}`, v8Image(layout))),
	...Object.entries(unknownLayouts).map(([name, layout]) =>
		heapOf(`a process with an unknown V8 ${name}`, wholeV8Image(layout)),
	),
];

const pages: Subject = {
	name: 'the description of a page of V8',
	run: random => {
		const bytes = Buffer.from(
			Array.from({length: random.below(descriptionSize + 1)}, () => random.below(256)),
		);
		const start = random.below(2 ** 20) * 2 ** 18;
		for (const page of [parsePage(bytes, start), parseApart(bytes, {start, description: 4096})]) {
			if (page && !(page.size > 0 && Number.isSafeInteger(page.start + page.size)))
				throw new RangeError(`expected the size of a page, got ${page.size}`);
		}
		return true;
	},
};

/** The heaps of V8. */
export const v8Subjects: readonly Subject[] = [...heaps, pages];

// All of the numbers, adding up, or none of them.
const check = (values: Readonly<Record<string, number>>): void => {
	const total = values['v8.total'];
	if (total === undefined) return;
	const parts = (v8Source.parts ?? []).map(id => values[id] ?? Number.NaN);
	const sum = parts.reduce((all, part) => all + part, 0);
	const isSound = parts.every(part => Number.isSafeInteger(part) && part >= 0) && sum === total;
	if (!isSound) throw new RangeError(`expected parts of ${total}, got ${parts.join(', ')}`);
	for (const [id, value] of Object.entries(values)) {
		if (!Number.isSafeInteger(value) || value < 0)
			throw new RangeError(`expected a number, got ${id} ${value}`);
	}
};
