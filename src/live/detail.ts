import type {Effect} from '../app/effect.ts';
import {reasonOf} from '../model/system-error.ts';
import type {Live} from './live.ts';
import {say} from './live.ts';
import type {Trail} from './trail.ts';

/** Shows samples of the watch that memory no longer has one by one, as the log has them; nothing where that lacks some. */
export const showDetail = async (
	live: Live,
	{from, to}: Extract<Effect, {type: 'readDetail'}>,
): Promise<void> => {
	const {session, trail} = live;
	live.detail?.abort();
	const path = session?.path();
	if (!session || path === undefined || session.status().path !== trail.path) return;
	if (trail.stretches.length === 0 || hasHole(trail, {from, to})) return;
	const control = new AbortController();
	live.detail = control;
	const wanted = {from, to, signal: control.signal};
	try {
		const {readDetail} = await import('../recorded/detail.ts');
		const detail = await readDetail({path}, {...trail, place: {until: Number.POSITIVE_INFINITY}}, wanted);
		if (detail && live.session === session) {
			live.screen.dispatch({type: 'detailRead', detail, isOther: false});
		}
	} catch (error) {
		say(live, reasonOf(error), 'bad');
	}
};

const hasHole = ({holes}: Trail, {from, to}: {from: number; to: number}): boolean =>
	holes.some(hole => hole.from <= to && hole.to >= from);
