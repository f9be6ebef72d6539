import type {ExecutionContext} from 'ava';
import type {Target} from '../../../../src/model/target.ts';
import type {Probe, Refusal} from '../../../../src/sources/source.ts';
import {v8Source} from '../../../../src/sources/v8/index.ts';
import type {NodeMajor} from '../../../helpers/node-versions.ts';
import {type NodeTarget, type Report, startNodeTarget} from './node-target.ts';

/** Starts a Node process that the test ends. */
export const startNodeFor = async (
	t: ExecutionContext,
	major: NodeMajor,
	options: readonly string[] = [],
): Promise<NodeTarget> => {
	const node = await startNodeTarget(major, options);
	t.teardown(node.end);
	return node;
};

/** A probe on a process, closed with the test. */
export const openV8For = async (t: ExecutionContext, target: Target): Promise<Probe> => {
	const opened = await v8Source.open(target);
	if (opened.refused !== undefined) throw new Error(`expected to read V8, got: ${opened.refused}`);
	t.teardown(opened.close);
	return opened;
};

/** Why a process is not read. */
export const refusedBy = async (target: Target): Promise<Refusal> => {
	const opened = await v8Source.open(target);
	if (opened.refused === undefined) throw new Error('expected a refusal, got a probe');
	return opened;
};

/** The numbers of a reading; NaN for what is absent. */
export const numbersOf = (probe: Probe) => {
	const {values, approximate} = probe.read();
	const number = (id: string): number => values[`v8.${id}`] ?? Number.NaN;
	return {
		used: number('used'),
		total: number('total'),
		external: number('external'),
		isolates: number('isolates'),
		scavenges: number('scavenges'),
		markCompacts: number('mark_compacts'),
		heapLimit: number('heap_limit'),
		parts: (v8Source.parts ?? []).reduce((sum, id) => sum + (values[id] ?? Number.NaN), 0),
		approximate,
	};
};

/** One of the figures, over all isolates. */
export const sumOf = (reports: readonly Report[], figure: keyof Report): number =>
	reports.reduce((sum, report) => sum + report[figure], 0);
