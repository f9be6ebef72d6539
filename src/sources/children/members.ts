import type {Clock} from '../../model/clock.ts';
import type {Relative} from '../../model/relative.ts';
import type {Target} from '../../model/target.ts';
import type {Platform} from '../../platform/platform.ts';
import {TargetGoneError} from '../../target/errors.ts';
import type {Member, OpenMember} from './member.ts';

/** The processes of a tree, held open; those that come and go are found out about once a second. */
export type Members = {
	/** Those that live, the root first. */
	readonly all: () => readonly Member[];
	/** False while one that has just come cannot be read yet. */
	readonly isWhole: () => boolean;
	/** Looks for others, if that is due; returns at once. */
	readonly refresh: () => void;
	/** Closes one that has ended. */
	readonly drop: (member: Member) => void;
	/** Why the tree cannot be summed any more; undefined while it can. */
	readonly lost: () => string | undefined;
	readonly close: () => void;
};

/** What a tree is opened with. */
export type Opening = {
	readonly platform: Pick<Platform, 'descendants'>;
	readonly clock: Clock;
	/** The root. */
	readonly target: Target;
	readonly open: OpenMember;
};

/** Opens all of a tree; a clause where one of it cannot be summed. Rejects with TargetGoneError when it has ended. */
export const openMembers = async (opening: Opening): Promise<Members | string> => {
	const members = createMembers(opening);
	await members.look();
	const lost = members.lost();
	if (lost === undefined) return members;
	members.close();
	if (lost === ended) throw new TargetGoneError(ended);
	return lost;
};

// A tick reads each of them: half a millisecond for so many.
const limit = 256;
const ended = 'the process has ended';

const createMembers = ({platform, clock, target, open}: Opening): Members & {look: () => Promise<void>} => {
	const members = new Map<string, Member>();
	let [due, isLooking, isClosed] = [Number.NEGATIVE_INFINITY, false, false];
	// Those that could not be opened at the last look: a child is its parent's copy until it executes its own program.
	let refused: ReadonlySet<string> = new Set();
	let lost: string | undefined;
	return {
		isWhole: () => refused.size === 0,
		all: () => [...members.values()],
		refresh: () => {
			if (!isLooking && clock.monotonic() >= due) void look();
		},
		drop: member => {
			for (const [name, known] of members) if (known === member) remove(name);
		},
		lost: () => lost,
		close: () => {
			isClosed = true;
			for (const name of members.keys()) remove(name);
		},
		look,
	};

	// It asks every process of the machine, and may take a hundredth of the time for it.
	async function look(): Promise<void> {
		isLooking = true;
		const begun = clock.monotonic();
		try {
			await adjustTo((await platform.descendants?.(target.pid)) ?? []);
		} catch (error) {
			lost ??= error instanceof Error ? error.message : String(error);
		}
		due = clock.monotonic() + Math.max(1000, 100 * (clock.monotonic() - begun));
		isLooking = false;
	}

	async function adjustTo(relatives: readonly Relative[]): Promise<void> {
		lost ??= whyLost(relatives, target);
		if (lost !== undefined) return;
		const names = new Set(relatives.map(nameOf));
		for (const name of members.keys()) if (!names.has(name)) remove(name);
		const refusedNow = new Set<string>();
		for (const relative of relatives) {
			if (lost === undefined && !(await isOpen(relative))) refusedNow.add(nameOf(relative));
		}
		refused = refusedNow;
	}

	async function isOpen(relative: Relative): Promise<boolean> {
		const name = nameOf(relative);
		if (members.has(name)) return true;
		const {pid, startTime} = relative;
		const opened = await open({pid, name: relative.name, startTime}).catch(unlessGone);
		if (typeof opened === 'string') {
			const isFirst = due === Number.NEGATIVE_INFINITY;
			if (isFirst || refused.has(name)) lost ??= `${relative.name} (pid ${pid}): ${opened}`;
			return false;
		}
		if (isClosed) opened?.close();
		else if (opened) members.set(name, opened);
		return true;
	}

	function remove(name: string): void {
		members.get(name)?.close();
		members.delete(name);
	}
};

const whyLost = (relatives: readonly Relative[], {pid, startTime}: Target): string | undefined => {
	const [root] = relatives;
	if (root?.pid !== pid || (startTime ?? root.startTime) !== root.startTime) return ended;
	return relatives.length > limit ? `more than ${limit} processes are too many to sum` : undefined;
};

const nameOf = ({pid, startTime}: Relative): string => `${pid} ${startTime}`;

const unlessGone = (error: unknown): undefined => {
	if (!(error instanceof TargetGoneError)) throw error;
};
