import type {NativeProcess} from '../../platform/linux/native-process.ts';
import {readMappings} from '../../platform/linux/process-maps.ts';
import type {Probe, Refusal} from '../source.ts';
import {countersInMemory} from './counter-bytes.ts';
import {readIdentity} from './identity.ts';
import {openFile} from './open-file.ts';
import {openJvmProbe} from './open-probe.ts';
import {openUnseen} from './open-unseen.ts';
import type {Opening} from './opening.ts';
import {findTraces} from './traces.ts';

/**
 * A probe on a process held open, or why there is none. Cheap for a process that runs no JVM. Rejects when the process
 * cannot be read for a reason that has nothing to do with a JVM.
 */
export const openJvm = async (opening: Opening, native: NativeProcess): Promise<Probe | Refusal> => {
	const identity = await native.lend('status', file => readIdentity(file, opening.target.pid));
	if (identity === undefined) return {refused: 'the process has ended', applies: false};
	const mappings = await native.lend('maps', readMappings);
	if (mappings.length === 0) return openUnseen(opening, native, identity);
	const {kind, counters} = findTraces(mappings, identity.innerPid);
	if (kind === undefined) return {refused: 'no JVM', applies: false};
	if (kind === 'OpenJ9') return {refused: 'OpenJ9 publishes no counters of its heap', applies: true};
	if (counters === undefined) return withoutCounters;
	const seen = {...opening, native, mappings};
	return native.memory
		? openJvmProbe({...seen, size: counters.size}, countersInMemory(native.memory, counters.start))
		: openFile({...seen, identity}, counters);
};

const withoutCounters: Refusal = {
	refused: 'it publishes no counters of its heap (no hsperfdata file)',
	applies: true,
	help: 'start it without -XX:-UsePerfData and -XX:+PerfDisableSharedMem',
};
