import {setTimeout} from 'node:timers/promises';
import type {ExecutionContext} from 'ava';
import type {Target} from '../../../../src/model/target.ts';
import {type NativeProcess, openNativeProcess} from '../../../../src/platform/linux/native-process.ts';
import {createProc} from '../../../../src/platform/linux/proc.ts';
import {jvmSource} from '../../../../src/sources/jvm/index.ts';
import {openJvm} from '../../../../src/sources/jvm/open.ts';
import type {Probe, Refusal} from '../../../../src/sources/source.ts';
import {type JavaTarget, startJava} from './java-target.ts';

/** Starts a JVM that the test ends. */
export const startJavaFor = async (
	t: ExecutionContext,
	...args: Parameters<typeof startJava>
): Promise<JavaTarget> => {
	const started = await startJava(...args);
	t.teardown(started.end);
	return started;
};

/** Opens a probe that the test closes; fails when it is refused. */
export const openJvmFor = async (t: ExecutionContext, target: Target): Promise<Probe> =>
	probeFor(t, await jvmSource.open(target));

/** What is taken away from a process that is opened. */
export type Without = 'memory' | 'memory and maps';

/** The same for one of whose files some may not be read; a refusal is returned. */
export const openWithout = async (
	t: ExecutionContext,
	target: Target,
	without: Without,
): Promise<Probe | Refusal> => {
	const proc = createProc();
	const native = await openNativeProcess(proc, target);
	t.teardown(native.close);
	const lend: NativeProcess['lend'] = (name, use) =>
		name === 'maps' && without === 'memory and maps'
			? use({read: async () => Buffer.alloc(0), readNow: () => 0})
			: native.lend(name, use);
	return openJvm({proc, target, temporary: '/tmp'}, {...native, memory: undefined, lend});
};

/** The probe, which the test closes; fails when it is a refusal. */
export const probeFor = (t: ExecutionContext, opened: Probe | Refusal): Probe => {
	if (opened.refused !== undefined) throw new Error(`expected a probe, got: ${opened.refused}`);
	t.teardown(opened.close);
	return opened;
};

/** Tries to open a probe; fails when that works. */
export const refusedBy = async (target: Target): Promise<Refusal> => {
	const opened = await jvmSource.open(target);
	if (opened.refused !== undefined) return opened;
	opened.close();
	throw new Error('expected a refusal, got a probe');
};

/** Waits until a JVM that does nothing has refreshed its counters. */
export const settled = (): Promise<void> => setTimeout(300);
