import {createProc, type Proc} from '../../platform/linux/proc.ts';
import {openNatively} from '../native.ts';
import type {Source} from '../source.ts';
import {jvmMetrics} from './metrics.ts';
import {openJvm} from './open.ts';

/** A JVM, read from outside by the counters it publishes; tests pass their own folders for proc and temporary files. */
export const createJvmSource = (proc: Proc = createProc(), temporary = '/tmp'): Source => ({
	name: 'jvm',
	title: 'JVM (HotSpot)',
	metrics: jvmMetrics,
	inUse: 'jvm.used',
	system: 'jvm.committed',
	parts: ['jvm.used', 'jvm.free_young', 'jvm.free_old', 'jvm.free_heap'],
	held: ['jvm.free_young', 'jvm.free_old', 'jvm.free_heap'],
	outside: 'jvm.outside',
	collections: ['jvm.young_collections', 'jvm.full_collections', 'jvm.pauses'],
	fullCollections: ['jvm.full_collections'],
	open: target => openNatively(proc, target, native => openJvm({proc, target, temporary}, native)),
});

/** Reads OpenJDK and its builds from version 8 on, unless they run with -XX:-UsePerfData. */
export const jvmSource: Source = createJvmSource();
