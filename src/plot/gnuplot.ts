import {cleanText} from '../model/clean.ts';
import {errorCode, reasonOf} from '../model/system-error.ts';
import {probe} from './probe.ts';

/** What is known of gnuplot on this machine. */
export type Gnuplot =
	| {readonly kind: 'found'; readonly version: string; readonly terminals: ReadonlySet<string>}
	| {readonly kind: 'missing'}
	| {readonly kind: 'unusable'; readonly message: string};

/** How to get it, for whoever has none. */
export const installHint =
	'for gnuplot: apt-get install gnuplot-nox (Debian, Ubuntu) or brew install gnuplot (macOS)';

/**
 * Asks gnuplot for its terminals. It answers on stderr; asking by `set terminal` would page. `-d` keeps it from
 * running the user's `~/.gnuplot`.
 */
export const findGnuplot = async (program: string, signal?: AbortSignal): Promise<Gnuplot> => {
	const {answer, error} = await probe(program, ['-d', '-e', question], signal);
	if (errorCode(error) === 'ENOENT') return {kind: 'missing'};
	return understood(answer) ?? {kind: 'unusable', message: complaint(answer, error)};
};

const question = "print '<'.GPVAL_TERMINALS.'>'; print GPVAL_VERSION";

const understood = (answer: string): Gnuplot | undefined => {
	const match = /<([^>]*)>\s+(\S+)/.exec(answer);
	return match?.[1] === undefined
		? undefined
		: {
				kind: 'found',
				version: cleanText(match[2] ?? ''),
				terminals: new Set(match[1].split(' ').filter(name => name !== '')),
			};
};

const complaint = (answer: string, error: Error | undefined): string =>
	cleanText(answer.trim().split('\n').at(-1) || (error ? reasonOf(error) : 'no answer'));
