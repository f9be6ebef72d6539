import type {Target} from '../../model/target.ts';
import type {OpenProcess} from '../platform.ts';
import {createUsageReader} from '../usage.ts';
import {createPolledMemory} from './polled-memory.ts';
import {readVirtual, type Surroundings} from './process-table.ts';

/** Watches a process by pidusage. Rejects with TargetGoneError when there is none. */
export const openPortableProcess = async ({pid}: Target, around: Surroundings): Promise<OpenProcess> => {
	const usage = createUsageReader(pid);
	const read = async () => {
		const [{rss, elapsed}, virt] = await Promise.all([usage(), readVirtual(around, pid)]);
		return {rss, elapsed, virt};
	};
	return {memory: await createPolledMemory(read, around.clock), usage, close: () => {}};
};
