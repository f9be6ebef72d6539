import {type Command, Option} from 'commander';
import {parseCount, parseDelay} from '../commands/parse.ts';
import {cleanText} from '../model/clean.ts';
import {UsageError} from '../model/usage-error.ts';
import type {RecordingOptions} from '../session/recording.ts';
import {findSource, sources} from '../sources/index.ts';
import type {Source} from '../sources/source.ts';
import {parsePid} from '../target/parse-pid.ts';

/** Options that the screen and `record` share, as commander gives them. */
export type CommonOptions = {
	readonly pid?: number;
	readonly name?: string;
	/** Seconds. */
	readonly delay: number;
	readonly output?: string;
	readonly source?: Source;
	readonly url?: string;
	readonly children: boolean;
	readonly diskGuard: boolean;
	readonly command: boolean;
	readonly iterations?: number;
};

/** The command with these options, and the word that names a process. */
export const withCommonOptions = (command: Command): Command =>
	command
		.argument('[process]', 'pid or name of the process')
		.option('-p, --pid <pid>', 'the process with this pid', parsePid)
		.option('--name <name>', 'the process with this name, even if it looks like a pid or a command')
		.option('-d, --delay <seconds>', 'seconds between samples, 0.001 to 3600', parseDelay, 1)
		.option('-n, --iterations <count>', 'end after so many samples', parseCount)
		.option('-o, --output <file>', 'record to this file (record: - is standard output)')
		.addOption(new Option('--source <name>', `read by this source: ${sourceNames}`).argParser(parseSource))
		.option('--url <url>', 'ask this endpoint of the process: expvar, pprof or Prometheus text')
		.option('--children', 'sum the process and all that it has started', false)
		.option('--command', 'write the command line into the log; it can hold secrets', false)
		.option('--no-disk-guard', 'go on recording when the disk is nearly full');

/** Where the recording goes by these options, and whether it is on from the start. */
export const recordingBy = (
	{output, diskGuard, command}: CommonOptions,
	isOn: boolean,
): RecordingOptions => ({
	path: output,
	folder: process.cwd(),
	guard: diskGuard,
	isOn,
	withCommand: command,
});

const sourceNames = sources.map(({name}) => name).join(', ');

const parseSource = (name: string): Source => {
	const source = findSource(name);
	if (source) return source;
	throw new UsageError(`expected a source (${sourceNames}), got "${cleanText(name)}"`);
};
