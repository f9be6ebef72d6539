import {type Clock, systemClock} from '../../model/clock.ts';
import {createProc, type Proc} from '../../platform/linux/proc.ts';
import {openNatively} from '../native.ts';
import type {Source} from '../source.ts';
import {v8Metrics} from './metrics.ts';
import {openV8} from './open.ts';

/** The heaps of V8, read from outside by the totals it keeps in memory; tests pass their own proc folder and clock. */
export const createV8Source = (proc: Proc = createProc(), clock: Clock = systemClock): Source => ({
	name: 'v8',
	title: 'V8 (Node.js)',
	metrics: v8Metrics,
	inUse: 'v8.used',
	system: 'v8.total',
	parts: ['v8.used', 'v8.free_new', 'v8.free_old', 'v8.free_code', 'v8.free_large', 'v8.free_other'],
	held: ['v8.free_new', 'v8.free_old', 'v8.free_code', 'v8.free_large', 'v8.free_other'],
	outside: 'v8.outside',
	collections: ['v8.scavenges', 'v8.mark_compacts'],
	fullCollections: ['v8.mark_compacts'],
	open: target => openNatively(proc, target, native => openV8({proc, clock, target}, native)),
});

/** Reads Node 20, 22, 24 and 26, all isolates of a process. */
export const v8Source: Source = createV8Source();
