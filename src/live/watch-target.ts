import type {Action} from '../app/action.ts';
import type {Entry, Note} from '../model/entry.ts';
import {reasonOf} from '../model/system-error.ts';
import type {Target} from '../model/target.ts';
import {listeningUrls} from '../platform/linux/listening.ts';
import {landmarkOf} from '../recorded/landmark-of.ts';
import {openSession, type Session} from '../session/session.ts';
import type {Refusal} from '../sources/source.ts';
import {followProgram} from './follow-program.ts';
import {leave} from './leave.ts';
import {type Live, say, sayWhyNotRecorded} from './live.ts';
import {emptyTrail, noteSample} from './trail.ts';
import {watchDescendants} from './watch-descendants.ts';

/** Opens a watch of a target; its samples go to the screen once it is shown. Rejects as `openSession` does. */
export const openWatch = (
	live: Omit<Live, 'screen'> & Partial<Pick<Live, 'screen'>>,
	target: Target,
): Promise<Session> =>
	openSession({
		target,
		...{sources: live.sources, interval: live.interval, clock: live.clock, recording: live.recording},
		onEntry: entry => take(live as Live, entry),
		onSource: (source, refusals) => {
			const hint = hintOf(refusals);
			live.screen?.dispatch({type: 'sourceSwitched', source, hint});
			const isForbidden = refusals[0]?.help !== undefined;
			if (hint !== undefined && isForbidden && live.screen) void addAddress(live as Live, target, hint);
		},
	});

/** Puts an opened watch on the screen and begins to sample. */
export const showWatch = (live: Live, session: Session): void => {
	live.session = session;
	live.trail = emptyTrail();
	live.offSince = undefined;
	live.detail?.abort();
	const {target, source} = session;
	live.screen.dispatch({type: 'opened', target, source: source(), interval: live.interval});
	session.start();
	sayWhyNotRecorded(live);
	live.stopLooking?.();
	live.stopLooking = lookBeside(live, session);
	// The first frame does not wait for it.
	session.chooseSource().catch(error => say(live, reasonOf(error), 'bad'));
};

const lookBeside = (live: Live, session: Session): (() => void) => {
	const {target} = session;
	const stopDescendants = watchDescendants(live, target);
	const stopProgram = followProgram(session, {
		isNew: target.pid === live.launched?.pid,
		onExecuted: now => live.screen.dispatch({type: 'executed', target: now}),
	});
	return () => {
		stopDescendants();
		stopProgram();
	};
};

const take = (live: Live, entry: Entry): void => {
	const action = actionOf(live, entry);
	if (isLandmark(entry)) live.screen.dispatch({type: 'passed', landmark: landmarkOf(entry)});
	if (action) live.screen.dispatch(action);
	if (entry.type !== 'sample') return;
	noteSample(live.trail, entry.sample.time, live);
	live.remaining -= 1;
	if (live.remaining <= 0) leave(live, 0, 'iterations done');
};

const isLandmark = (entry: Entry): entry is Note => 'details' in entry;

const actionOf = (live: Live, entry: Entry): Action | undefined => {
	if (entry.type === 'break') return {type: 'broken'};
	if (entry.type === 'end') return {type: 'ended', time: entry.time};
	if (entry.type !== 'sample' || !live.session) return undefined;
	return {type: 'sampled', sample: entry.sample, recording: live.session.status()};
};

// What is wrong with the best of those that fit, and what would mend it.
const hintOf = ([refusal]: readonly Refusal[]): string | undefined =>
	refusal &&
	`only RSS and VIRT: ${[refusal.refused, refusal.help].filter(part => part !== undefined).join('; ')}`;

// An address on which the process listens may tell what its memory may not.
const addAddress = async (live: Live, {pid}: Target, hint: string): Promise<void> => {
	const [url] = pid > 0 ? await listeningUrls(pid) : [];
	const {source} = live.screen.state();
	if (url !== undefined && live.screen.state().hint === hint) {
		live.screen.dispatch({type: 'sourceSwitched', source, hint: `${hint}, or --url ${url}`});
	}
};
