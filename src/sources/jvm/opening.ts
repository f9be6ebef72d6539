import type {Target} from '../../model/target.ts';
import type {Proc} from '../../platform/linux/proc.ts';

/** What a process is opened with. */
export type Opening = {
	readonly proc: Proc;
	readonly target: Target;
	/** The folder for temporary files, where that of the process itself may not be entered. */
	readonly temporary: string;
};
