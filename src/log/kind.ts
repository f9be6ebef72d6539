import {parseLine} from './parse.ts';

/**
 * What a file is by its beginning: nothing yet, a memory log of ours, a plain three-column log of any program
 * (comments, then numeric lines that begin with a Unix time), or something else.
 */
export type LogKind = 'empty' | 'memtop' | 'plain' | 'other';

/** Tells the kind from the first bytes of a file; what follows their last newline does not count. */
export const logKind = (beginning: Uint8Array): LogKind => {
	if (beginning.length === 0) return 'empty';
	const lines = Buffer.from(beginning).toString('utf8').split('\n');
	const first = lines.find(line => line.trim() !== '') ?? '';
	if (first.startsWith('# memtop 1 ')) return 'memtop';
	// A later version of ours would pass as a plain log, whose comments may be anything.
	if (/^# memtop \d/.test(first)) return 'other';
	return isPlain(lines.slice(0, -1)) ? 'plain' : 'other';
};

const isPlain = (lines: readonly string[]): boolean => {
	const parsed = lines.map(line => parseLine(line, undefined));
	const samples = parsed.filter(line => line.type === 'sample');
	return parsed.every(line => line.type !== 'damaged') && samples.length > 0 && samples.every(isDated);
};

// From 1973 to 5138, in seconds: neither a row count nor a stamp in milliseconds.
const isDated = ({stamp}: {readonly stamp: number}): boolean => stamp >= 1e8 && stamp < 1e11;
