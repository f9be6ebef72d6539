import type {KeyAction} from './action.ts';
import type {State} from './state.ts';

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
	/** What it does, for the help page and the README. */
	readonly help: string;
	readonly action: KeyAction;
};

/** A key that was pressed: its name, and the character it stands for where it stands for one. */
export type Keypress = {readonly name: string; readonly text?: string};

/** The keys of the live screen, in the order of the help page. */
export const keyBindings = [
	{
		keys: ['r'],
		label: 'r',
		short: 'record',
		help: 'switch the recording on and off',
		action: {type: 'recordingToggled'},
	},
	{
		keys: ['g'],
		label: 'g',
		short: 'gnuplot',
		help: 'draw the recording with gnuplot; again while it draws: cancel',
		action: {type: 'plotAsked'},
	},
	{
		keys: ['space'],
		label: 'space',
		short: 'freeze',
		help: 'freeze and unfreeze the view; the recording goes on',
		action: {type: 'freezeToggled'},
	},
	{
		keys: ['+', '='],
		label: '+',
		short: 'zoom',
		help: 'zoom in: a shorter time across the charts',
		action: {type: 'zoomed', by: -1},
	},
	{
		keys: ['-'],
		label: '-',
		help: 'zoom out: a longer time across the charts',
		action: {type: 'zoomed', by: 1},
	},
	{
		keys: ['0'],
		label: '0',
		help: 'zoom as at the start: the time follows the length of the watch',
		action: {type: 'zoomReset'},
	},
	{
		keys: ['tab', 'S-tab'],
		label: 'Tab',
		short: 'chart',
		help: 'select the other chart',
		action: {type: 'chartSelected'},
	},
	{
		keys: ['m'],
		label: 'm',
		short: 'metric',
		help: 'draw the next metric in the selected chart',
		action: {type: 'metricCycled'},
	},
	{
		keys: ['S-s'],
		label: 'S',
		help: 'read by the next source that fits the process',
		action: {type: 'sourceCycled'},
	},
	{
		keys: ['z'],
		label: 'z',
		help: 'let the vertical axes begin at zero, or fit what is seen',
		action: {type: 'zeroToggled'},
	},
	{
		keys: ['p'],
		label: 'p',
		short: 'process',
		help: 'pick another process to watch',
		action: {type: 'pickerOpened'},
	},
	{
		keys: ['d'],
		label: 'd',
		help: 'watch what the process waits for, or pick one that it started',
		action: {type: 'descendantsAsked'},
	},
	{keys: ['<'], label: '<', help: 'sample more often', action: {type: 'intervalStepped', by: -1}},
	{keys: ['>'], label: '>', help: 'sample less often', action: {type: 'intervalStepped', by: 1}},
	{
		keys: ['?', 'h'],
		label: '?',
		short: 'help',
		isEssential: true,
		help: 'show and hide this page (also h)',
		action: {type: 'helpToggled'},
	},
	{keys: ['C-l'], label: 'C-l', help: 'draw the screen anew', action: {type: 'redrawAsked'}},
	{keys: ['C-z'], label: 'C-z', help: 'suspend; fg brings it back', action: {type: 'suspendAsked'}},
	{
		keys: ['q', 'C-c'],
		label: 'q',
		short: 'quit',
		isEssential: true,
		help: 'quit (also C-c)',
		action: {type: 'quitAsked'},
	},
] as const satisfies readonly KeyBinding[];

/** The keys of the help page, beside those that mean the same everywhere. */
const helpKeys = [
	{keys: ['escape', 'q'], label: 'Esc', help: 'close this page', action: {type: 'helpToggled'}},
	{keys: ['up', 'k'], label: '↑', help: 'one line up', action: {type: 'helpScrolled', by: -1}},
	{keys: ['down', 'j'], label: '↓', help: 'one line down', action: {type: 'helpScrolled', by: 1}},
	{keys: ['pageup'], label: 'PgUp', help: 'ten lines up', action: {type: 'helpScrolled', by: -10}},
	{keys: ['pagedown'], label: 'PgDn', help: 'ten lines down', action: {type: 'helpScrolled', by: 10}},
] as const satisfies readonly KeyBinding[];

/** The keys of the list of processes; every other character is typed into its filter. */
export const pickerKeys = [
	{
		keys: ['enter'],
		label: 'Enter',
		short: 'watch',
		help: 'watch this process',
		action: {type: 'pickerChosen'},
	},
	{keys: ['escape'], label: 'Esc', short: 'leave', help: 'leave the list', action: {type: 'pickerClosed'}},
	{keys: ['up'], label: '↑↓', short: 'choose', help: 'one row up', action: {type: 'pickerMoved', by: -1}},
	{keys: ['down'], label: '↓', help: 'one row down', action: {type: 'pickerMoved', by: 1}},
	{keys: ['pageup'], label: 'PgUp', help: 'ten rows up', action: {type: 'pickerMoved', by: -10}},
	{keys: ['pagedown'], label: 'PgDn', help: 'ten rows down', action: {type: 'pickerMoved', by: 10}},
	{keys: ['backspace'], label: '⌫', help: 'erase a character', action: {type: 'pickerErased'}},
	{keys: ['C-c'], label: 'C-c', help: 'quit', action: {type: 'quitAsked'}},
	{keys: ['C-z'], label: 'C-z', help: 'suspend', action: {type: 'suspendAsked'}},
	{keys: ['C-l'], label: 'C-l', help: 'draw the screen anew', action: {type: 'redrawAsked'}},
] as const satisfies readonly KeyBinding[];

/** The keys of the question what is to become of the command that memtop started. */
export const leavingKeys = [
	{
		keys: ['l', 'C-c'],
		label: 'l',
		short: 'leave it running',
		help: 'leave memtop; the command goes on',
		action: {type: 'commandLeft'},
	},
	{
		keys: ['e'],
		label: 'e',
		short: 'end it',
		help: 'end the command, then leave memtop',
		action: {type: 'commandEndAsked'},
	},
	{
		keys: ['escape'],
		label: 'Esc',
		short: 'back',
		help: 'leave neither',
		action: {type: 'leavingCancelled'},
	},
	{keys: ['C-z'], label: 'C-z', help: 'suspend', action: {type: 'suspendAsked'}},
	{keys: ['C-l'], label: 'C-l', help: 'draw the screen anew', action: {type: 'redrawAsked'}},
] as const satisfies readonly KeyBinding[];

/** What a key means now; undefined when it means nothing. */
export const actionFor = (overlay: State['overlay'], {name, text}: Keypress): KeyAction | undefined => {
	if (overlay === 'help') return find(helpKeys, name) ?? find(keyBindings, name);
	if (overlay === 'none') return find(keyBindings, name);
	if (overlay === 'leaving') return find(leavingKeys, name);
	const typed: KeyAction | undefined = text === undefined ? undefined : {type: 'pickerTyped', text};
	return find(pickerKeys, name) ?? typed;
};

const find = (bindings: readonly KeyBinding[], name: string): KeyAction | undefined =>
	bindings.find(({keys}) => keys.includes(name))?.action;
