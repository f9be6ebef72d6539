import type {KeyAction} from './action.ts';

/** Keys, what they are called, what they do: the key line, the help page and the README are made of these. */
export type KeyBinding = {
	/** Names of the keys as the terminal library gives them. */
	readonly keys: readonly string[];
	/** What is printed for the keys. */
	readonly label: string;
	/** One or two words for the key line; absent for keys that only the help page lists. */
	readonly short?: string;
	/** True for the keys that the key line shows even where it has room for few. */
	readonly isEssential?: boolean;
	/** Where the keys mean something: while a process is watched, or while a log is viewed; absent for both. */
	readonly where?: 'live' | 'view';
	/** What it does, for the help page and the README. */
	readonly help: string;
	readonly action: KeyAction;
};

/** A key that was pressed: its name, and the character it stands for where it stands for one. */
export type Keypress = {readonly name: string; readonly text?: string};
