import {type Clock, systemClock} from '../../model/clock.ts';
import {createProc, type Proc} from '../../platform/linux/proc.ts';
import {openNatively} from '../native.ts';
import type {Source} from '../source.ts';
import {mallocMetrics} from './metrics.ts';
import {openMalloc} from './open.ts';

/**
 * The malloc of glibc, read from outside by its own counters and the chunks of its heaps, of processes that are at least `youth`
 * milliseconds old; tests pass their own proc folder and clock.
 */
export const createMallocSource = (
	proc: Proc = createProc(),
	clock: Clock = systemClock,
	youth = 0,
): Source => ({
	name: 'malloc',
	title: 'glibc malloc',
	metrics: mallocMetrics,
	inUse: 'malloc.in_use',
	system: 'malloc.system',
	parts: ['malloc.in_use', 'malloc.bins', 'malloc.top'],
	held: ['malloc.bins', 'malloc.top'],
	outside: 'malloc.outside',
	isCopiedByFork: true,
	open: target => openNatively(proc, target, native => openMalloc({proc, clock, target, youth}, native)),
});

/** Reads glibc 2.26 to 2.41 on 64-bit machines, where its malloc holds most of the anonymous memory. */
export const mallocSource: Source = createMallocSource(createProc(), systemClock, 300);
