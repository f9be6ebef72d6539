import type {Clock} from '../../model/clock.ts';
import type {ProcessInfo} from '../../model/process-info.ts';
import {parsePs, psColumns} from './ps.ts';
import type {Run} from './run.ts';
import {parseTasklist, tasklistArguments} from './tasklist.ts';

/** What the portable platform works with; tests pass their own. */
export type Surroundings = {readonly system: NodeJS.Platform; readonly run: Run; readonly clock: Clock};

/** All processes of the machine, as `ps` prints them, or `tasklist` on Windows. */
export const readProcessTable = async (around: Surroundings): Promise<readonly ProcessInfo[]> =>
	around.system === 'win32'
		? parseTasklist(await around.run('tasklist', tasklistArguments))
		: parsePs(await around.run('ps', ['-ax', ...psColumns]), around.clock.wall() / 1000);

/** Bytes of address space of a process by `ps`; undefined on Windows, which has no such program, or when it fails. */
export const readVirtual = async ({system, run}: Surroundings, pid: number): Promise<number | undefined> => {
	if (system === 'win32') return undefined;
	const text = await run('ps', ['-o', 'vsz=', '-p', pid.toString()]).catch(() => '');
	return /^\s*\d+\s*$/.test(text) ? Number(text) * 1024 : undefined;
};
