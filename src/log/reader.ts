import {type Context, freshContext, interpretLine, type LogEntry} from './interpret.ts';
import {readLines} from './lines.ts';

export type {LogEntry} from './interpret.ts';
export type {LoggedSample} from './parse.ts';

/** How far a log was read, and all that is needed to read on from there when it has grown. */
export type ReadPosition = {
	/** Where the next line begins, in bytes. */
	readonly offset: number;
	/** Lines before it. */
	readonly line: number;
	/** Lines that belong to no log and were skipped. */
	readonly damaged: number;
	/** Number of the first of them, from 1. */
	readonly firstDamaged?: number;
	readonly context: Readonly<Context>;
};

/** The last thing of each reading; a last line without its `\n` lies behind it. */
export type LogEnd = {readonly type: 'fileEnd'; readonly position: ReadPosition};

/**
 * Reads a log as a stream in bounded memory: ours, or a plain one of any program with Unix seconds, bytes in use and
 * bytes of system in its first three columns. `from` is the position that an earlier reading of the same file ended at,
 * or just a byte offset at which a recording begins. Throws LogError when the file cannot be read.
 */
export async function* readLog(
	path: string,
	from: Pick<ReadPosition, 'offset'> & Partial<ReadPosition> = {offset: 0},
): AsyncGenerator<LogEntry | LogEnd> {
	const context = {...(from.context ?? freshContext())};
	let {offset, line = 0, damaged = 0, firstDamaged} = from;
	for await (const batch of readLines(path, offset)) {
		for (const text of batch.lines) {
			line += 1;
			const entries = interpretLine(context, text);
			if (entries === 'damaged') {
				damaged += 1;
				firstDamaged ??= line;
			} else yield* entries;
		}
		offset = batch.offset;
	}
	yield {type: 'fileEnd', position: {offset, line, damaged, ...(firstDamaged && {firstDamaged}), context}};
}
