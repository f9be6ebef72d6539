import {setTimeout} from 'node:timers/promises';
import type {ExecutionContext} from 'ava';
import type {Reading} from '../../../../src/model/reading.ts';
import type {Target} from '../../../../src/model/target.ts';
import {createMallocSource} from '../../../../src/sources/malloc/index.ts';
import type {Probe, Refusal} from '../../../../src/sources/source.ts';
import {type CTarget, startC} from './c-target.ts';

/** Starts a C program that the test ends. */
export const startCFor = async (
	t: ExecutionContext,
	...args: Parameters<typeof startC>
): Promise<CTarget> => {
	const started = await startC(...args);
	t.teardown(started.end);
	return started;
};

/** Opens a probe that the test closes; fails when it is refused. */
export const openMallocFor = async (t: ExecutionContext, target: Target): Promise<Probe> => {
	const opened = await createMallocSource().open(target);
	if (opened.refused !== undefined) throw new Error(`expected a probe, got: ${opened.refused}`);
	t.teardown(opened.close);
	return opened;
};

/** Tries to open a probe; fails when that works. */
export const refusedBy = async (target: Target): Promise<Refusal> => {
	const opened = await createMallocSource().open(target);
	if (opened.refused !== undefined) return opened;
	opened.close();
	throw new Error('expected a refusal, got a probe');
};

/** The numbers of a reading, each of which must be there. */
export const numbersIn = ({values}: Reading) => {
	const number = (id: string): number => {
		const value = values[`malloc.${id}`];
		if (value === undefined) throw new Error(`expected a number for malloc.${id}, got none`);
		return value;
	};
	return {
		inUse: number('in_use'),
		system: number('system'),
		bins: number('bins'),
		top: number('top'),
		mapped: number('mmapped'),
		maps: number('mmaps'),
		arenas: number('arenas'),
	};
};

/** Reads every few milliseconds until a reading is none of best effort; fails when that takes half a minute. */
export const readExact = async (probe: Probe): Promise<Reading> => {
	for (let attempt = 0; attempt < 1500; attempt += 1) {
		const reading = probe.read();
		if (reading.approximate !== true && reading.values['malloc.in_use'] !== undefined) return reading;
		await setTimeout(20);
	}
	throw new Error('expected an exact reading within half a minute, got none');
};
