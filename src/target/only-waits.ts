import type {Relative} from '../model/relative.ts';

/** Two looks at a tree of processes, its root first. */
export type Looks = {
	readonly before: readonly Relative[];
	readonly now: readonly Relative[];
	/** Between the two. */
	readonly seconds: number;
	/** True when the root is a command that memtop started, of which the user means what it does, not what it is. */
	readonly isStarted: boolean;
};

/**
 * The process that the root of a tree only waits for, as a shell or `npm start` does: while the root uses no CPU, one
 * process below it is busy or far larger, and every other such one lies below that. A command that memtop started also
 * waits for the end of a chain, in which each process has started just one. Undefined when there is no such process.
 */
export const onlyWaitsFor = (looks: Looks): Relative | undefined => {
	const [root, ...below] = looks.now;
	if (root === undefined || shareOf(root, looks) > idleBelow) return undefined;
	const heavy = below.filter(relative => isHeavy(relative, root, looks));
	const [first] = heavy;
	if (first === undefined) return looks.isStarted ? endOfChain(root, below) : undefined;
	const tree = subtreeOf(first, below);
	return heavy.every(relative => tree.includes(relative)) ? first : undefined;
};

// Of one core.
const idleBelow = 0.01;
const busyAbove = 0.02;
const largerBy = 4;

// One that was not there before has not shown yet that it stays.
const isHeavy = (relative: Relative, root: Relative, looks: Looks): boolean =>
	looks.before.some(({pid, startTime}) => pid === relative.pid && startTime === relative.startTime) &&
	(shareOf(relative, looks) > busyAbove || relative.rss > largerBy * root.rss);

const shareOf = ({pid, cpuTime}: Relative, {before, seconds}: Looks): number => {
	const earlier = before.find(relative => relative.pid === pid);
	return earlier === undefined ? 1 : (cpuTime - earlier.cpuTime) / 1000 / seconds;
};

const endOfChain = (root: Relative, below: readonly Relative[]): Relative | undefined => {
	const last = below.at(-1);
	const isChain = below.every(({depth}, index) => depth === index + 1);
	return isChain && last !== undefined && last.rss > root.rss / 2 ? last : undefined;
};

// In the order of the list, a subtree ends at the next process that is not deeper than its root.
const subtreeOf = (root: Relative, list: readonly Relative[]): readonly Relative[] => {
	const rest = list.slice(list.indexOf(root) + 1);
	const end = rest.findIndex(({depth}) => depth <= root.depth);
	return [root, ...(end < 0 ? rest : rest.slice(0, end))];
};
