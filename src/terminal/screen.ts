import blessed from 'blessed';
import type {Keypress} from '../app/keys.ts';
import type {PickerScene, Scene, Size} from '../view/scene.ts';
import type {Capabilities} from './capabilities.ts';
import {compact} from './compact.ts';
import type {Graphics, TerminalPicture} from './graphics/graphics.ts';
import {createPictures} from './graphics/pictures.ts';
import type {ShowingEnd} from './graphics/show-picture.ts';
import {painter} from './paint.ts';
import {themeFor} from './theme.ts';
import {drained, setNonBlocking} from './tty.ts';

/** A terminal taken over by the program, until it is closed. */
export type Terminal = {
	readonly size: () => Size;
	/** Shows a scene; false when the terminal has not yet taken the last one, and this one was dropped. */
	readonly show: (scene: Scene) => boolean;
	/** Draws everything anew with the next scene, whatever is on the screen. */
	readonly forget: () => void;
	/** How it shows pictures, asked of the terminal itself; undefined where it shows none. */
	readonly graphics: () => Promise<Graphics | undefined>;
	/** Shows a picture until a key is pressed or the size changes; scenes are dropped meanwhile. */
	readonly showPicture: (picture: TerminalPicture) => Promise<ShowingEnd>;
	/** Gives the terminal back as it was, for as long as the program is stopped. */
	readonly leave: () => Promise<void>;
	/** Takes it over again. */
	readonly enter: () => void;
	/** Gives it back for good. */
	readonly close: () => Promise<void>;
};

/** Where a terminal is, and what is told when something happens to it. */
export type TerminalOptions = {
	readonly input: NodeJS.ReadStream;
	readonly output: NodeJS.WriteStream;
	readonly capabilities: Capabilities;
	readonly onKey: (key: Keypress) => void;
	readonly onResize: () => void;
	/** The terminal has taken a frame after one was dropped. */
	readonly onReady: () => void;
	/** The terminal can be neither read nor written any more; it is told of more than once. */
	readonly onGone: () => void;
};

// A terminal that does not take what gives it back is left as it is after this long.
const patience = 1000;

/** Takes over the terminal: alternate screen, raw keys, writes that never block. */
export const openTerminal = ({input, output, capabilities, ...listeners}: TerminalOptions): Terminal => {
	setNonBlocking(output);
	const screen = blessed.screen({
		input,
		output,
		terminal: capabilities.description,
		forceUnicode: capabilities.isUnicode,
		autoPadding: false,
	});
	// Lines and dots are sent as the characters they are: the line-drawing set depends on more than the locale.
	screen.tput.brokenACS = true;
	// The Linux console says of itself that it shows Unicode, though its font has little of it.
	screen.tput.numbers.U8 = capabilities.isUnicode ? 1 : 0;
	const write = screen.program._write.bind(screen.program);
	screen.program._write = text => write(compact(text));
	screen.on('keypress', (text: string | undefined, key: blessed.Widgets.Events.IKeyEventArg) => {
		listeners.onKey(keypressOf(text, key));
	});
	screen.on('resize', listeners.onResize);
	output.on('drain', listeners.onReady);
	for (const stream of [input, output]) stream.on('error', listeners.onGone);
	const paint = painter(screen, themeFor(capabilities.colours));
	const showPicker = lazyPicker(screen, {capabilities, onLoaded: listeners.onReady});
	const pictures = createPictures({input, output}, capabilities);
	return {
		size: () => ({columns: Number(screen.width), rows: Number(screen.height)}),
		show: scene => {
			if (output.writableLength > 0 || pictures.isShown()) return false;
			paint(scene);
			showPicker(scene.picker);
			screen.render();
			return true;
		},
		forget: () => screen.alloc(true),
		graphics: pictures.graphics,
		showPicture: async picture => {
			const how = await pictures.show(picture);
			// Otherwise the terminal may have been given back.
			if (how !== 'taken') screen.alloc(true);
			listeners.onReady();
			return how;
		},
		leave: async () => {
			pictures.end();
			screen.leave();
			input.setRawMode?.(false);
			await drained(output, patience);
		},
		enter: () => {
			input.setRawMode?.(true);
			setNonBlocking(output);
			screen.enter();
			screen.alloc(true);
		},
		close: async () => {
			pictures.close();
			screen.destroy();
			input.setRawMode?.(false);
			input.pause();
			await drained(output, patience);
		},
	};
};

// The table is loaded when it is first needed: most watches never open it, and the first frame need not wait for it.
const lazyPicker = (
	screen: blessed.Widgets.Screen,
	{capabilities, onLoaded}: {capabilities: Capabilities; onLoaded: () => void},
): ((picker: PickerScene | undefined) => void) => {
	let show: ((picker: PickerScene | undefined) => void) | undefined;
	let isLoading = false;
	return picker => {
		if (show) return show(picker);
		if (!picker || isLoading) return;
		isLoading = true;
		import('./picker-table.ts').then(({pickerTable}) => {
			show = pickerTable(screen, capabilities);
			onLoaded();
		});
	};
};

const keypressOf = (text: string | undefined, key: blessed.Widgets.Events.IKeyEventArg): Keypress => {
	const isPrintable = text !== undefined && text.length === 1 && text >= ' ' && text !== '\u007f';
	return isPrintable ? {name: key.full, text} : {name: key.full};
};
