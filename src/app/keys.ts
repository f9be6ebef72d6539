import type {KeyAction} from './action.ts';
import type {KeyBinding, Keypress} from './key-binding.ts';
import {helpKeys, leavingKeys, markKeys, pickerKeys} from './overlay-keys.ts';
import type {State} from './state.ts';
import {timeKeys} from './time-keys.ts';

export type {KeyBinding, Keypress} from './key-binding.ts';
export {leavingKeys, markKeys, pickerKeys} from './overlay-keys.ts';

/** The keys of the screen, in the order of the help page. */
export const keyBindings = [
	{
		keys: ['r'],
		where: 'live',
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
	...timeKeys,
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
		where: 'live',
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
		where: 'live',
		label: 'p',
		short: 'process',
		help: 'pick another process to watch',
		action: {type: 'pickerOpened'},
	},
	{
		keys: ['d'],
		where: 'live',
		label: 'd',
		help: 'watch what the process waits for, or pick one that it started',
		action: {type: 'descendantsAsked'},
	},
	{
		keys: ['<'],
		where: 'live',
		label: '<',
		help: 'sample more often',
		action: {type: 'intervalStepped', by: -1},
	},
	{
		keys: ['>'],
		where: 'live',
		label: '>',
		help: 'sample less often',
		action: {type: 'intervalStepped', by: 1},
	},
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

/** The keys that mean something now, in the order of the help page; while that is open, those of the screen below it. */
export const bindingsFor = ({overlay, viewed}: Where): readonly KeyBinding[] => {
	if (overlay === 'leaving') return leavingKeys;
	if (overlay === 'picker') return pickerKeys;
	return overlay === 'mark' ? markKeys : viewed === undefined ? liveBindings : viewBindings;
};

type Where = Pick<State, 'overlay' | 'viewed'>;

const bindingsIn = (place: 'live' | 'view'): readonly KeyBinding[] =>
	(keyBindings as readonly KeyBinding[]).filter(({where = place}) => where === place);

const liveBindings = bindingsIn('live');
const viewBindings = bindingsIn('view');

/** What a key means now; undefined when it means nothing. */
export const actionFor = (state: Where, {name, text}: Keypress): KeyAction | undefined => {
	const bindings = bindingsFor(state);
	if (state.overlay === 'help') return find(helpKeys, name) ?? find(bindings, name);
	return find(bindings, name) ?? typed(state.overlay, text);
};

const typed = (overlay: State['overlay'], text: string | undefined): KeyAction | undefined => {
	if (text === undefined) return undefined;
	if (overlay === 'picker') return {type: 'pickerTyped', text};
	return overlay === 'mark' ? {type: 'markTyped', text} : undefined;
};

const find = (bindings: readonly KeyBinding[], name: string): KeyAction | undefined =>
	bindings.find(({keys}) => keys.includes(name))?.action;
