import type {ProcessInfo} from '../model/process-info.ts';

/**
 * The processes that a name means: those whose program has exactly this name, or was started by a path that ends in
 * it; where there is none, those whose program name contains it, whatever the case.
 */
export const matchingProcesses = (
	processes: readonly ProcessInfo[],
	name: string,
): readonly ProcessInfo[] => {
	const exact = processes.filter(process => process.name === name || startedAs(process) === name);
	if (exact.length > 0) return exact;
	const part = name.toLowerCase();
	return processes.filter(process => process.name.toLowerCase().includes(part));
};

const startedAs = ({command}: ProcessInfo): string | undefined => command.split(' ', 1)[0]?.split('/').at(-1);
