import type {PictureAt} from '../figure/draw-recording.ts';
import type {DrawingOptions} from '../plot/drawing.ts';
import {renderForTerminal} from '../plot/terminal-picture.ts';
import type {Capabilities} from '../terminal/capabilities.ts';
import {askPlainTerminal} from '../terminal/graphics/ask-plain.ts';
import {printPicture} from '../terminal/graphics/print-picture.ts';

/** The terminal that a command was typed in. */
export type PlainTerminal = Pick<Capabilities, 'questions'> & {
	readonly input: NodeJS.ReadStream;
	readonly output: NodeJS.WriteStream;
	/** Takes away what is written only for the time being. */
	readonly clear: () => void;
};

/** Writes a picture among the lines of a terminal; undefined where that shows none or gnuplot does not draw it. */
export const pictureOnTerminal =
	(terminal: PlainTerminal, pictureAt: PictureAt): NonNullable<DrawingOptions['inTerminal']> =>
	async (gnuplot, runner) => {
		const {questions} = terminal;
		const graphics = await askPlainTerminal(terminal, {questions, interrupt});
		if (!graphics) return undefined;
		const drawn = await renderForTerminal({gnuplot, graphics, pictureAt}, runner);
		if (drawn?.kind !== 'rendered') return drawn;
		terminal.clear();
		await printPicture(terminal.output, {kind: graphics.kind, bytes: drawn.bytes}, runner.signal);
		return runner.signal.aborted ? {kind: 'cancelled'} : {kind: 'shown'};
	};

// As C-c does in a terminal that is not in raw mode.
const interrupt = (): void => void process.kill(process.pid, 'SIGINT');
