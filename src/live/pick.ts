import type {Relative} from '../model/relative.ts';
import {reasonOf} from '../model/system-error.ts';
import type {Target} from '../model/target.ts';
import {systemPlatform} from '../platform/index.ts';
import {type Live, say} from './live.ts';
import {openWatch, showWatch} from './watch-target.ts';

/** Milliseconds between two looks at the list of processes while it is open. */
const refresh = 2000;

/** Fills the list of processes, and keeps it fresh for as long as it is open. */
export const listProcesses = async (live: Live): Promise<void> => {
	const [processes, tree] = await Promise.all([systemPlatform.list(), treeOf(live)]);
	live.screen.dispatch({type: 'processesListed', processes, ...(tree && {tree})});
	setTimeout(() => {
		if (live.screen.state().overlay === 'picker' && !live.isLeaving) void listProcesses(live);
	}, refresh).unref();
};

/**
 * Watches another process in place of the one so far; that one goes on when the other cannot be watched. One of the
 * tree of that before keeps the root of it, so that there is a way back. Picks that come while one is being carried out
 * wait for it, and only the last of them counts.
 */
export const watchOther = async (live: Live, pid: number, isRelative: boolean): Promise<void> => {
	const pick = {pid, isRelative};
	live.pick = pick;
	live.picking = live.picking.then(() => (live.pick === pick ? carryOut(live, pick) : undefined));
	await live.picking;
};

const carryOut = async (live: Live, {pid, isRelative}: Pick): Promise<void> => {
	const before = live.session?.target;
	try {
		const root = isRelative ? rootOf(live) : undefined;
		await replaceWatch(live, await systemPlatform.identify(pid));
		live.root = root;
	} catch (error) {
		say(live, reasonOf(error), 'bad');
		if (!live.session && before) await replaceWatch(live, before).catch(() => {});
	}
};

type Pick = {readonly pid: number; readonly isRelative: boolean};

// The file is given free before the next watch asks for it.
const replaceWatch = async (live: Live, target: Target): Promise<void> => {
	if (live.isLeaving) return;
	live.session?.close('another process is watched');
	live.session = undefined;
	const session = await openWatch(live, target);
	if (live.isLeaving) session.close('memtop was left');
	else showWatch(live, session);
};

// Only while the list is one of a tree.
const treeOf = async (live: Live): Promise<readonly Relative[] | undefined> => {
	const root = rootOf(live);
	if (live.screen.state().picker.tree === undefined || root === undefined) return undefined;
	return (await systemPlatform.descendants?.(root)) ?? [];
};

const rootOf = ({root, screen}: Live): number | undefined => root ?? screen.state().target?.pid;
