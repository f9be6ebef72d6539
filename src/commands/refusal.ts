import {inspect} from 'node:util';
import {LogError} from '../log/errors.ts';
import {CannotGoOnError} from '../model/cannot-go-on-error.ts';
import {cleanText} from '../model/clean.ts';
import {UsageError} from '../model/usage-error.ts';
import {TargetError, TargetGoneError} from '../target/errors.ts';

// Commander puts its suggestion on a second line, and says "error:" where the program's name helps more.
/** What commander says of a mistake, as one line that begins with the program's name. */
export const oneLine = (text: string): string =>
	`memtop: ${cleanText(
		text
			.replace(/^error: /, '')
			.trim()
			.replaceAll('\n', ' '),
		1000,
	)}\n`;

/** Says on standard error why the program cannot go on; returns the exit status. */
export const report = (error: unknown): number => {
	const known = refusals.find(({kind}) => error instanceof kind);
	process.stderr.write(`memtop: ${known ? (error as Error).message : inspect(error)}\n`);
	return known?.status ?? 1;
};

// What these say is meant for the user; anything else is a fault of this program, and where it happened matters.
const refusals = [
	{kind: UsageError, status: 2},
	{kind: CannotGoOnError, status: 1},
	{kind: TargetError, status: 1},
	{kind: TargetGoneError, status: 1},
	{kind: LogError, status: 1},
] as const;
