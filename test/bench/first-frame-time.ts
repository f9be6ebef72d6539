import headless from '@xterm/headless';
import type {Chunk} from './pseudo-terminal.ts';

/**
 * When a screen of 120 by 40 cells was complete for the first time, milliseconds of `performance.now()`: a value in
 * the titles of both charts and in both columns of the table. NaN when it never was.
 */
export const firstFrameTime = async (chunks: readonly Chunk[]): Promise<number> => {
	const terminal = new headless.Terminal({cols: 120, rows: 40, allowProposedApi: true});
	for (const {text, time} of chunks) {
		await new Promise<void>(resolve => terminal.write(text, resolve));
		if (isComplete(linesOf(terminal))) return time;
	}
	return Number.NaN;
};

const linesOf = ({buffer, rows}: headless.Terminal): readonly string[] =>
	Array.from({length: rows}, (_, row) => buffer.active.getLine(row)?.translateToString() ?? '');

const isComplete = (lines: readonly string[]): boolean =>
	['In use · RSS', 'System · VIRT'].every(title => lines.some(line => hasValue(line, title))) &&
	lines.some(line => new RegExp(`now +${value.source} +${value.source} `).test(line));

const hasValue = (line: string, title: string): boolean =>
	line.includes(title) && value.test(line.slice(line.indexOf(title)));

const value = /\d[\d.]* [KMGT]iB/;
