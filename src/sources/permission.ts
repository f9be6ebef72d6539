import {readFileSync} from 'node:fs';
import type {Target} from '../model/target.ts';
import type {Proc} from '../platform/linux/proc.ts';
import {parseStatus} from '../platform/linux/status.ts';
import type {Refusal} from './source.ts';

/** Why the memory of a process may not be read, and what would help. */
export const whyForbidden = (proc: Proc, {pid}: Target): Obstacle =>
	explainForbidden({isSameUser: isOwn(proc, pid), scope: readScope(proc)});

/** Says it by what decides whether one process may read the memory of another, see ptrace(2). */
export const explainForbidden = ({isSameUser, scope}: Permission): Obstacle => {
	if (scope === 3) return {refused: restricted(scope)};
	if (!isSameUser) return {refused: 'another user runs it', help: 'run memtop as that user or with sudo'};
	if (scope === 2) return {refused: restricted(scope), help: 'run memtop with sudo'};
	if (scope === 1)
		return {refused: restricted(scope), help: 'start it under memtop (memtop -- <command>), or use sudo'};
	return {refused: 'the system does not let its memory be read', help: 'run memtop with sudo'};
};

/** What a permission hangs on. */
export type Permission = {
	/** True when the user of memtop also runs the process. */
	readonly isSameUser: boolean;
	/** Yama's `ptrace_scope`; undefined on a system without Yama. */
	readonly scope: number | undefined;
};

type Obstacle = Pick<Refusal, 'refused' | 'help'>;

const restricted = (scope: number): string =>
	`this system restricts who reads the memory of a process (Yama ptrace_scope is ${scope})`;

const isOwn = (proc: Proc, pid: number): boolean =>
	parseStatus(readText(`${proc.root}/${pid}/status`)).user === process.geteuid?.();

const readScope = (proc: Proc): number | undefined => {
	const text = readText(`${proc.root}/sys/kernel/yama/ptrace_scope`).trim();
	return /^\d$/.test(text) ? Number(text) : undefined;
};

const readText = (path: string): string => {
	try {
		return readFileSync(path, 'latin1');
	} catch {
		return '';
	}
};
