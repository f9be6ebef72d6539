import type {ProcessInfo} from '../model/process-info.ts';
import type {Target} from '../model/target.ts';

/** Where processes are looked up; every platform is one. */
export type ProcessDirectory = {
	/** Every process that can be watched: memtop itself and kernel threads are left out. */
	readonly list: () => Promise<readonly ProcessInfo[]>;
	/** The process with this pid or with a thread of this id. Rejects with TargetError when there is nothing to watch. */
	readonly identify: (pid: number) => Promise<Target>;
};
