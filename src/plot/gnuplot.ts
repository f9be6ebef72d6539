import {execFile} from 'node:child_process';
import {cleanText} from '../model/clean.ts';

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
export const findGnuplot = (program: string, signal?: AbortSignal): Promise<Gnuplot> =>
	new Promise(resolve => {
		const options = {timeout: 5000, killSignal: 'SIGKILL', maxBuffer: 2 ** 16, signal} as const;
		execFile(program, ['-d', '-e', question], options, (error, _output, answer) => {
			if (error?.code === 'ENOENT') resolve({kind: 'missing'});
			else resolve(understood(answer) ?? {kind: 'unusable', message: complaint(answer, error)});
		});
	});

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

const complaint = (answer: string, error: Error | null): string =>
	cleanText(answer.trim().split('\n').at(-1) || (error?.message ?? 'no answer'));
