import type {KeyAction} from '../app/action.ts';
import type {KeyBinding} from '../app/key-binding.ts';
import {bindingsFor} from '../app/keys.ts';
import type {State} from '../app/state.ts';

/** A key of the key line, or two that belong together. */
export type ListedKey = {
	readonly label: string;
	readonly short: string;
	/** Where there is not room for all, those of a low rank stay: 0 how to leave and find help, 1 through a log, 2 others. */
	readonly rank: 0 | 1 | 2;
};

/**
 * The keys of the key line, in their order. While a log is looked at, those that move through it are worth more than
 * others; what would do nothing is not listed.
 */
export const listedKeys = (state: State): readonly ListedKey[] => {
	const listed = new Map<string, ListedKey>();
	for (const binding of bindingsFor(state)) {
		const key = keyOf(state, binding);
		const name = binding.action.type in pairs ? binding.action.type : binding.label;
		if (key && !listed.has(name)) listed.set(name, key);
	}
	return [...listed.values()];
};

type Pair = {
	readonly label: string;
	readonly short: string;
	/** Whether it is listed at all now. */
	readonly isListed?: (state: State) => boolean;
	/** Its rank where a log is looked at; 1 if not said. */
	readonly rank?: 2;
};

const isLog = ({viewed}: State): boolean => viewed !== undefined;

// By action, keys that are listed as one, or only where they do something.
const pairs: Partial<Record<KeyAction['type'], Pair>> = {
	cursorMoved: {label: '←→', short: 'cursor'},
	zoomed: {label: '+-', short: 'zoom'},
	recordingStepped: {label: '[]', short: 'recording', isListed: ({viewed}) => (viewed?.recordings ?? 1) > 1},
	jumped: {label: 'n', short: 'next mark', isListed: state => isLog(state) && hasLandmarks(state)},
	freezeToggled: {
		label: 'space',
		short: 'freeze',
		isListed: ({viewed}) => viewed?.isFollowed !== false,
		rank: 2,
	},
	alignmentToggled: {label: 'a', short: 'align', isListed: ({other}) => other !== undefined},
};

const hasLandmarks = ({history}: State): boolean => history.landmarks.length > 0;

const keyOf = (state: State, {label, short, isEssential, action}: KeyBinding): ListedKey | undefined => {
	const pair = pairs[action.type];
	if (!pair) return short === undefined ? undefined : {label, short, rank: isEssential ? 0 : 2};
	const {isListed = () => true, rank = 1} = pair;
	if (!isListed(state)) return undefined;
	return {label: pair.label, short: pair.short, rank: isLog(state) ? rank : 2};
};
