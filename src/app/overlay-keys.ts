import type {KeyBinding} from './key-binding.ts';

/** The keys of the help page, beside those that mean the same everywhere. */
export const helpKeys = [
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

/** The keys while the text of a mark is typed; every other character goes into it. */
export const markKeys = [
	{keys: ['enter'], label: 'Enter', short: 'mark', help: 'set the mark', action: {type: 'markSet'}},
	{keys: ['escape'], label: 'Esc', short: 'cancel', help: 'set no mark', action: {type: 'markCancelled'}},
	{keys: ['backspace'], label: '⌫', help: 'erase a character', action: {type: 'markErased'}},
	{keys: ['C-c'], label: 'C-c', help: 'quit', action: {type: 'quitAsked'}},
	{keys: ['C-z'], label: 'C-z', help: 'suspend', action: {type: 'suspendAsked'}},
	{keys: ['C-l'], label: 'C-l', help: 'draw the screen anew', action: {type: 'redrawAsked'}},
] as const satisfies readonly KeyBinding[];
