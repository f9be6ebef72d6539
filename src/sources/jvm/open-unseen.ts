import type {NativeProcess} from '../../platform/linux/native-process.ts';
import {whyForbidden} from '../permission.ts';
import type {Probe, Refusal} from '../source.ts';
import {countersInFile} from './counter-bytes.ts';
import {findCounterFile} from './find-counter-file.ts';
import type {Identity} from './identity.ts';
import {openJvmProbe} from './open-probe.ts';
import type {Opening} from './opening.ts';
import {isCurrentFile} from './whether-current.ts';

/** A probe on a process whose mappings may not be read: a JVM only if there is an hsperfdata file of it. */
export const openUnseen = async (
	opening: Opening,
	native: NativeProcess,
	identity: Identity,
): Promise<Probe | Refusal> => {
	const {proc, target, temporary} = opening;
	// In a namespace of its own, a process has another folder for temporary files too.
	const shared = identity.innerPid === target.pid ? [temporary] : [];
	const {file, isForbidden} = await findCounterFile({
		temporary: [`${proc.root}/${target.pid}/root/tmp`, ...shared],
		...identity,
	});
	if (isForbidden) return {...whyForbidden(proc, target), applies: true};
	if (file === undefined) return noJvm;
	const counters = countersInFile(file, {
		isCurrent: () => native.virtual() !== undefined,
		mayBeOld: true,
		close: () => {},
	});
	if (await isCurrentFile(file, target.startTime)) {
		return openJvmProbe({proc, target, native, mappings: [], size: file.size}, counters);
	}
	counters.close();
	return noJvm;
};

const noJvm: Refusal = {refused: 'no JVM that can be told from outside', applies: false};
