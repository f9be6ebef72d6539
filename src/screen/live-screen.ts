import {setTimeout as sleep} from 'node:timers/promises';
import type {Action} from '../app/action.ts';
import type {Effect} from '../app/effect.ts';
import {actionFor} from '../app/keys.ts';
import type {State} from '../app/state.ts';
import {update} from '../app/update.ts';
import type {Clock} from '../model/clock.ts';
import {isSessionLeader} from '../platform/session-leader.ts';
import type {Capabilities} from '../terminal/capabilities.ts';
import {openTerminal, type Terminal} from '../terminal/screen.ts';
import {dashboard} from '../view/dashboard.ts';
import {asciiGlyphs, unicodeGlyphs} from '../view/glyphs.ts';
import {createFrames} from './frames.ts';

/** The running screen: actions in, effects out, frames on the terminal. */
export type LiveScreen = {
	readonly dispatch: (action: Action) => void;
	readonly state: () => State;
	/** Draws everything anew. */
	readonly redraw: () => void;
	readonly graphics: Terminal['graphics'];
	readonly showPicture: Terminal['showPicture'];
	readonly leave: Terminal['leave'];
	readonly enter: () => void;
	readonly close: Terminal['close'];
};

/** What a live screen is made of. */
export type LiveScreenOptions = {
	readonly initial: State;
	readonly capabilities: Capabilities;
	readonly clock: Clock;
	readonly input: NodeJS.ReadStream;
	readonly output: NodeJS.WriteStream;
	readonly perform: (effect: Effect) => void;
	/** The terminal is gone. */
	readonly onGone: () => void;
};

// Milliseconds that the terminal's other end has to read what gives it back, before the system throws it away.
const reading = 150;

/** Takes over the terminal and shows the state on it, from now until it is closed. */
export const openLiveScreen = (options: LiveScreenOptions): LiveScreen => {
	const {capabilities, clock, perform} = options;
	const glyphs = capabilities.isUnicode ? unicodeGlyphs : asciiGlyphs;
	let state = options.initial;
	let isShown = true;
	let helpEnd: number | undefined;
	const frames = createFrames(() => isShown && draw(), clock);
	const terminal = openTerminal({
		...options,
		onKey: key => {
			const action = actionFor(state, key);
			if (action) dispatch(seen(action));
		},
		onResize: frames.ask,
		onReady: frames.ask,
	});
	return {
		dispatch,
		state: () => state,
		redraw: () => {
			terminal.forget();
			frames.ask();
		},
		graphics: terminal.graphics,
		showPicture: terminal.showPicture,
		leave: () => {
			isShown = false;
			return terminal.leave();
		},
		enter: () => {
			isShown = true;
			terminal.enter();
			frames.ask();
		},
		close: () => {
			isShown = false;
			frames.stop();
			return terminal.close().then(isSessionLeader() ? () => sleep(reading) : undefined);
		},
	};

	function draw(): boolean {
		const scene = dashboard(state, terminal.size(), glyphs);
		const isPastEnd = scene.helpOffset !== undefined && scene.helpOffset < state.view.helpOffset;
		helpEnd = isPastEnd ? scene.helpOffset : undefined;
		return terminal.show(scene);
	}

	// Past its end, a page moves from where it was seen to end.
	function seen(action: Action): Action {
		return action.type === 'helpScrolled' && helpEnd !== undefined ? {...action, from: helpEnd} : action;
	}

	function dispatch(action: Action): void {
		const [next, effects] = update(state, action);
		state = next;
		for (const effect of effects) perform(effect);
		frames.ask();
	}
};
