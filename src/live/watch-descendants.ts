import type {Relative} from '../model/relative.ts';
import type {Target} from '../model/target.ts';
import {systemPlatform} from '../platform/index.ts';
import {onlyWaitsFor} from '../target/only-waits.ts';
import type {Live} from './live.ts';

/** Offers the process that a target only waits for, as long as it does. What it returns ends it. */
export const watchDescendants = (live: Live, {pid}: Target): (() => void) => {
	const isStarted = pid === live.launched?.pid;
	let before: {readonly relatives: readonly Relative[]; readonly time: number} | undefined;
	let turn = 0;
	let isOver = false;
	let timer = setTimeout(look, nextTurn()).unref();
	return () => {
		isOver = true;
		clearTimeout(timer);
	};

	async function look(): Promise<void> {
		const relatives = await systemPlatform.descendants?.(pid).catch(() => undefined);
		// A system that cannot tell now will not be able to later.
		if (isOver || relatives === undefined) return;
		const time = live.clock.monotonic();
		if (before) {
			const seconds = (time - before.time) / 1000;
			offer(onlyWaitsFor({before: before.relatives, now: relatives, seconds, isStarted}), relatives);
		}
		before = {relatives, time};
		turn += 1;
		timer = setTimeout(look, nextTurn()).unref();
	}

	// What was busy and has become quiet is still what is waited for.
	function offer(found: Relative | undefined, relatives: readonly Relative[]): void {
		const {waitsFor} = live.screen.state();
		const isThere = waitsFor !== undefined && relatives.some(relative => relative.pid === waitsFor.pid);
		if (found?.pid === waitsFor?.pid || (found === undefined && isThere)) return;
		live.screen.dispatch({type: 'waitingFound', relative: found});
	}

	function nextTurn(): number {
		return turns[turn] ?? steady;
	}
};

// Milliseconds between the looks: a wrapper is soon known, and every look asks all processes of the machine.
const turns = [500, 1500, 2000, 2000];
const steady = 10_000;
