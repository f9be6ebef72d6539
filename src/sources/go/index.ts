import {type Clock, systemClock} from '../../model/clock.ts';
import {createProc, type Proc} from '../../platform/linux/proc.ts';
import {openNatively} from '../native.ts';
import type {Source} from '../source.ts';
import {goMetrics} from './metrics.ts';
import {openGo} from './open.ts';

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
	outside: 'go.outside',
	collections: ['go.collections'],
	open: target => openNatively(proc, target, native => openGo({proc, clock, target}, native)),
});

/** Reads Go 1.19 and later on 64-bit machines, with or without symbols. */
export const goSource: Source = createGoSource();
