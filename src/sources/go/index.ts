import {type Clock, systemClock} from '../../model/clock.ts';
import {isGone} from '../../platform/error-code.ts';
import {type NativeProcess, openNativeProcess} from '../../platform/linux/native-process.ts';
import {createProc, type Proc} from '../../platform/linux/proc.ts';
import type {Probe, Refusal, Source} from '../source.ts';
import {goMetrics} from './metrics.ts';
import {type Opening, openGo} from './open.ts';

/** The Go runtime, read from outside by the totals it keeps in memory; tests pass their own proc folder and clock. */
export const createGoSource = (proc: Proc = createProc(), clock: Clock = systemClock): Source => ({
	name: 'go',
	title: 'Go runtime',
	metrics: goMetrics,
	inUse: 'go.alloc',
	system: 'go.sys',
	parts: ['go.alloc', 'go.free_in_spans', 'go.held_free', 'go.released', 'go.runtime'],
	held: ['go.free_in_spans', 'go.held_free'],
	returned: 'go.released',
	open: target => openOrRefuse({proc, clock, target}),
});

/** Reads Go 1.19 and later on 64-bit machines, with or without symbols. */
export const goSource: Source = createGoSource();

const openOrRefuse = async (opening: Opening): Promise<Probe | Refusal> => {
	let native: NativeProcess | undefined;
	try {
		native = await openNativeProcess(opening.proc, opening.target);
		const opened = await openGo(opening, native);
		if (opened.refused !== undefined) native.close();
		return opened;
	} catch (error) {
		native?.close();
		return {refused: reasonOf(error), applies: false};
	}
};

const reasonOf = (error: unknown): string => {
	if (isGone(error)) return 'the process has ended';
	return error instanceof Error ? error.message : String(error);
};
