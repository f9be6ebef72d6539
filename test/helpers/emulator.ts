import headless from '@xterm/headless';

/** A terminal without a window: what was written to it, as a person would see it. */
export type Emulator = {
	/** Takes what a program wrote; resolves when it is on the screen. */
	readonly write: (text: string) => Promise<void>;
	readonly resize: (columns: number, rows: number) => void;
	/** The rows of the screen, without blanks at their ends. */
	readonly rows: () => readonly string[];
	/** The cells of a row, one for each column. */
	readonly cells: (row: number) => readonly ScreenCell[];
	/** True on the screen that full-screen programs draw on and shells get back from. */
	readonly isAlternate: () => boolean;
	readonly isCursorShown: () => boolean;
};

/** One cell of the screen. Colours are numbers of the palette; undefined is the terminal's own. */
export type ScreenCell = {
	readonly text: string;
	readonly colour: number | undefined;
	readonly background: number | undefined;
	readonly isBold: boolean;
	readonly isInverse: boolean;
};

/** An empty terminal of so many cells. */
export const createEmulator = (columns: number, rows: number): Emulator => {
	const terminal = new headless.Terminal({cols: columns, rows, allowProposedApi: true});
	const isCursorShown = watchCursor(terminal);
	const line = (row: number) => terminal.buffer.active.getLine(terminal.buffer.active.baseY + row);
	return {
		write: text => new Promise(resolve => terminal.write(text, resolve)),
		resize: (width, height) => terminal.resize(width, height),
		rows: () =>
			Array.from({length: terminal.rows}, (_, row) => line(row)?.translateToString().trimEnd() ?? ''),
		cells: row => Array.from({length: terminal.cols}, (_, column) => cellOf(line(row)?.getCell(column))),
		isAlternate: () => terminal.buffer.active.type === 'alternate',
		isCursorShown,
	};
};

// The library tells of every mode but this one: DECTCEM, `CSI ? 25 h` and `l`.
const watchCursor = ({parser}: headless.Terminal): (() => boolean) => {
	let isShown = true;
	for (const final of ['h', 'l']) {
		parser.registerCsiHandler({prefix: '?', final}, parameters => {
			if (parameters.includes(25)) isShown = final === 'h';
			return false;
		});
	}
	return () => isShown;
};

type BufferCell = ReturnType<NonNullable<ReturnType<headless.IBuffer['getLine']>>['getCell']>;

const cellOf = (cell: BufferCell): ScreenCell => ({
	text: cell?.getChars() || ' ',
	colour: cell?.isFgPalette() ? cell.getFgColor() : undefined,
	background: cell?.isBgPalette() ? cell.getBgColor() : undefined,
	isBold: Boolean(cell?.isBold()),
	isInverse: Boolean(cell?.isInverse()),
});
