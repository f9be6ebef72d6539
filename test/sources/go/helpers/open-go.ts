import type {ExecutionContext} from 'ava';
import type {Target} from '../../../../src/model/target.ts';
import {goSource} from '../../../../src/sources/go/index.ts';
import type {Probe, Refusal} from '../../../../src/sources/source.ts';
import {type GoTarget, startGo} from './go-target.ts';

/** Starts a Go program that the test ends. */
export const startGoFor = async (
	t: ExecutionContext,
	...args: Parameters<typeof startGo>
): Promise<GoTarget> => {
	const started = await startGo(...args);
	t.teardown(started.end);
	return started;
};

/** Opens a probe that the test closes; fails when it is refused. */
export const openGoFor = async (t: ExecutionContext, target: Target): Promise<Probe> => {
	const opened = await goSource.open(target);
	if (opened.refused !== undefined) throw new Error(`expected a probe, got: ${opened.refused}`);
	t.teardown(opened.close);
	return opened;
};

/** Tries to open a probe; fails when that works. */
export const refusedBy = async (target: Target): Promise<Refusal> => {
	const opened = await goSource.open(target);
	if (opened.refused !== undefined) return opened;
	opened.close();
	throw new Error('expected a refusal, got a probe');
};

/** The numbers of a reading, each of which must be there. */
export const numbersOf = ({read}: Probe) => {
	const {values} = read();
	const number = (id: string): number => {
		const value = values[`go.${id}`];
		if (value === undefined) throw new Error(`expected a number for go.${id}, got none`);
		return value;
	};
	return {
		alloc: number('alloc'),
		sys: number('sys'),
		freeInSpans: number('free_in_spans'),
		heldFree: number('held_free'),
		released: number('released'),
		runtime: number('runtime'),
	};
};
