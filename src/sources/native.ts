import type {Target} from '../model/target.ts';
import {isGone} from '../platform/error-code.ts';
import {type NativeProcess, openNativeProcess} from '../platform/linux/native-process.ts';
import type {Proc} from '../platform/linux/proc.ts';
import type {Probe, Refusal} from './source.ts';

/**
 * Opens a probe on what a runtime keeps in the memory of a process. The process is held open for `open` and closed again
 * when that refuses or fails; a probe closes it with itself. Whatever fails is a refusal that says why.
 */
export const openNatively = async (
	proc: Proc,
	target: Target,
	open: (native: NativeProcess) => Promise<Probe | Refusal>,
): Promise<Probe | Refusal> => {
	let native: NativeProcess | undefined;
	try {
		native = await openNativeProcess(proc, target);
		const opened = await open(native);
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
