import {systemPlatform} from '../platform/index.ts';
import {type Live, messageOf, say} from './live.ts';
import {openWatch, showWatch} from './watch-target.ts';

/** Milliseconds between two looks at the list of processes while it is open. */
const refresh = 2000;

/** Fills the list of processes, and keeps it fresh for as long as it is open. */
export const listProcesses = async (live: Live): Promise<void> => {
	live.screen.dispatch({type: 'processesListed', processes: await systemPlatform.list()});
	setTimeout(() => {
		if (live.screen.state().overlay === 'picker' && !live.isLeaving) void listProcesses(live);
	}, refresh).unref();
};

/** Watches another process in place of the one so far; that one stays when the other cannot be watched. */
export const watchOther = async (live: Live, pid: number): Promise<void> => {
	try {
		const target = await systemPlatform.identify(pid);
		// The file is given free before the next watch asks for it.
		live.stopFollowing?.();
		live.session?.close('another process is watched');
		live.session = undefined;
		showWatch(live, await openWatch(live, target));
	} catch (error) {
		say(live, messageOf(error), 'bad');
	}
};
