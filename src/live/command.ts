import {endLaunched} from '../launch/end-launched.ts';
import type {Launched} from '../launch/launched.ts';
import {leave} from './leave.ts';
import type {Live} from './live.ts';

/** Shows the command that was started, and how it ends when it does. */
export const showCommand = (live: Live, {pid, name, output = '', ended}: Launched): void => {
	live.screen.dispatch({type: 'commandStarted', command: {pid, name, output, isEnding: false}});
	void ended.then(ending => live.screen.dispatch({type: 'commandEnded', ending}));
};

/** Ends the command that was started, and memtop after it. */
export const endCommand = async (live: Live): Promise<void> => {
	if (live.launched) await endLaunched(live.launched);
	leave(live, 0, 'memtop was left');
};
