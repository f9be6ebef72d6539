import {type Clock, systemClock} from '../model/clock.ts';
import type {Target} from '../model/target.ts';
import {systemPlatform} from '../platform/index.ts';
import type {Platform} from '../platform/platform.ts';
import type {Session} from '../session/session.ts';
import {TargetGoneError} from '../target/errors.ts';

/** How the program of a session is followed. */
export type Following = {
	/** True when the program has just begun. */
	readonly isNew: boolean;
	/** Told when the process executes another program, which has these names. */
	readonly onExecuted?: (target: Target) => void;
	readonly platform?: Pick<Platform, 'identify' | 'programOf'>;
	readonly clock?: Pick<Clock, 'wall'>;
};

/**
 * Sees to it that a session reads what its process executes now: a shell or a wrapper often becomes another program,
 * and a runtime can be read only a while after its program began. What it returns ends it.
 */
export const followProgram = (session: Session, following: Following): (() => void) => {
	const {isNew, onExecuted, platform = systemPlatform, clock = systemClock} = following;
	const {pid, startTime} = session.target;
	let program = platform.programOf?.(pid);
	const isYoung = startTime !== undefined && clock.wall() / 1000 - startTime < youth;
	let turn = isNew || isYoung ? 0 : turns.length;
	let timer = setTimeout(look, nextTurn()).unref();
	return () => clearTimeout(timer);

	async function look(): Promise<void> {
		const now = platform.programOf?.(pid) ?? program;
		// That the process has ended is for the next sample to find out.
		if (now !== program) await begin().catch(unlessGone);
		else if (turn < turns.length) await session.chooseSource().catch(unlessGone);
		program = now;
		turn += 1;
		timer = setTimeout(look, nextTurn()).unref();
	}

	async function begin(): Promise<void> {
		turn = 0;
		const target = await platform.identify(pid).catch(() => undefined);
		// Another process has the pid by now, or none.
		if (!target || target.startTime !== startTime) return;
		onExecuted?.(target);
		await session.executed(target);
	}

	function nextTurn(): number {
		return turns[turn] ?? steady;
	}
};

const unlessGone = (error: unknown): void => {
	if (!(error instanceof TargetGoneError)) throw error;
};

// Milliseconds between the looks at a program that has just begun, and later.
const turns = [50, 100, 200, 500, 1000, 2000, 5000];
const steady = 500;

// Seconds from its start in which a process may not have begun its runtime yet.
const youth = 10;
