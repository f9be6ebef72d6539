import {type HeldBytes, holdBytes} from '../../platform/linux/held-bytes.ts';
import type {NativeProcess} from '../../platform/linux/native-process.ts';
import {type Mapping, readMappings} from '../../platform/linux/process-maps.ts';
import type {Probe, Refusal} from '../source.ts';
import {countersInFile} from './counter-bytes.ts';
import type {CounterFile} from './counter-file.ts';
import {findCounterFile} from './find-counter-file.ts';
import type {Identity} from './identity.ts';
import {openJvmProbe} from './open-probe.ts';
import type {Opening} from './opening.ts';
import {type CounterMapping, findTraces} from './traces.ts';
import {watchMaps} from './watch-maps.ts';

/** A process whose mappings were read, but whose memory may not be. */
export type SeenProcess = Opening & {
	readonly native: NativeProcess;
	readonly mappings: readonly Mapping[];
	readonly identity: Identity;
};

/** A probe on the hsperfdata file that a process has mapped: without the right to its memory, as with Yama. */
export const openFile = async (
	seen: SeenProcess,
	{path, isDeleted}: CounterMapping,
): Promise<Probe | Refusal> => {
	const {proc, target, temporary, identity} = seen;
	const own = `${proc.root}/${target.pid}`;
	const [folder] = path.split('/');
	const {file} = await findCounterFile({temporary: [`${own}/root/tmp`, temporary], folder, ...identity});
	if (file === undefined) {
		return {refused: `its hsperfdata file ${isDeleted ? 'was deleted' : 'cannot be read'}`, applies: true};
	}
	const maps = await holdMaps(`${own}/maps`, file);
	const counters = countersInFile(file, watchMaps(maps));
	// Only now is it certain that the program which has the file mapped is the one that is watched.
	if (findTraces(await readMappings(maps), identity.innerPid).counters?.path === path) {
		return openJvmProbe({...seen, size: file.size}, counters);
	}
	counters.close();
	return {refused: 'it is about to execute another program', applies: false};
};

const holdMaps = async (path: string, file: CounterFile): Promise<HeldBytes> => {
	try {
		return await holdBytes(path);
	} catch (error) {
		file.close();
		throw error;
	}
};
