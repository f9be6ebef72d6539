import {readFileSync} from 'node:fs';
import {readdir} from 'node:fs/promises';
import {setImmediate} from 'node:timers/promises';
import type {Relative} from '../../model/relative.ts';
import {readCommandLine} from './command-line.ts';
import type {Proc} from './proc.ts';
import {programName} from './program-name.ts';
import {parseStat, type Stat} from './stat.ts';

/**
 * A process and all below it, each followed by what it started, lower pids first; none once it has ended. Zombies are
 * left out. It asks every process of the machine for its parent: the kernel lists the children of a thread only where it
 * was built to, and forgets some while others end (CONFIG_PROC_CHILDREN, see proc_tid_children(5)).
 */
export const listDescendants = async (proc: Proc, root: number): Promise<readonly Relative[]> => {
	const processes = await readAll(proc);
	const children = groupByParent(processes);
	const relatives: Relative[] = [];
	const seen = new Set<number>();
	const add = (pid: number, depth: number): void => {
		const stat = processes.get(pid);
		// Read one after the other, processes can seem to be each other's parents when a pid is used again.
		if (stat === undefined || seen.has(pid)) return;
		seen.add(pid);
		if (!isZombie(stat)) relatives.push(relativeOf(proc, {pid, depth, stat}));
		for (const child of children.get(pid) ?? []) add(child, depth + 1);
	};
	add(root, 0);
	return relatives;
};

type Processes = ReadonlyMap<number, Stat>;

const readAll = async ({root}: Proc): Promise<Processes> => {
	const processes = new Map<number, Stat>();
	const pids = (await readdir(root)).filter(name => /^\d+$/.test(name)).map(Number);
	for (const [index, pid] of pids.toSorted((one, other) => one - other).entries()) {
		const stat = readStat(`${root}/${pid}`);
		if (stat !== undefined && !stat.isKernelThread) processes.set(pid, stat);
		// Some twenty microseconds each: a sample that is due need not wait for them all.
		if (index % 32 === 31) await setImmediate();
	}
	return processes;
};

// Undefined for what has ended or been hidden meanwhile.
const readStat = (folder: string): Stat | undefined => {
	try {
		return parseStat(readFileSync(`${folder}/stat`, 'utf8'));
	} catch {
		return undefined;
	}
};

const groupByParent = (processes: Processes): ReadonlyMap<number, readonly number[]> => {
	const children = new Map<number, number[]>();
	for (const [pid, {parent}] of processes) {
		const known = children.get(parent);
		if (known === undefined) children.set(parent, [pid]);
		else known.push(pid);
	}
	return children;
};

// A zombie with more threads than itself is a process whose first thread ended before the others.
const isZombie = ({state, threads}: Stat): boolean => 'ZX'.includes(state) && threads <= 1;

const relativeOf = (
	{root, units, timeOf}: Proc,
	{pid, depth, stat}: {pid: number; depth: number; stat: Stat},
): Relative => ({
	pid,
	name: programName(stat.name, readCommandLine(`${root}/${pid}`)),
	depth,
	startTime: timeOf(stat.startTicks),
	rss: stat.residentPages * units().pageSize,
	cpuTime: (stat.cpuTicks / units().ticksPerSecond) * 1000,
});
