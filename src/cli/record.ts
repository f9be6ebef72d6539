import {Command} from 'commander';
import {parseDuration} from '../commands/parse.ts';
import type {RecordOptions} from '../commands/record.ts';
import type {Command as CommandLine} from '../launch/command.ts';
import {UsageError} from '../model/usage-error.ts';
import {exit} from '../screen/exit.ts';
import type {Source} from '../sources/source.ts';
import {type CommonOptions, recordingBy, withCommonOptions} from './common-options.ts';
import {findWatched, namedBy, severalMatch} from './subject.ts';
import type {Surroundings} from './surroundings.ts';

/** `memtop record`: the samples without a screen. */
export const recordCommand = (surroundings: Surroundings): Command =>
	withCommonOptions(new Command('record'))
		.description('record the same samples without a screen, until C-c')
		.usage(`[options] <process>\n       memtop record [options] -- <command> [args...]`)
		.option('--for <duration>', 'end after so long: 90s, 10m, 2h', parseDuration)
		.action(async (word: string | undefined, options: Options) => {
			exit(await runRecord(surroundings, word, options));
		})
		.addHelpText('after', helpAfter);

type Options = CommonOptions & {readonly for?: number};

const helpAfter = `
A command behind -- is started on this terminal and recorded until it ends. The exit status is then its own;
when -n or --for ends the recording before, it is 0, and the command goes on.`;

const runRecord = async (
	{command}: Surroundings,
	word: string | undefined,
	options: Options,
): Promise<number> => {
	const named = namedBy({word, command}, options);
	const commands = await import('../commands/record.ts');
	const {resolution, sources} = await findWatched(named, options);
	const how = recordOptions(options, sources);
	if (command) return commands.recordCommand(how, withoutOutput(command, options));
	if (!resolution) throw new UsageError('expected a process to record, got none: memtop record -p <pid>');
	if (!resolution.target) throw new UsageError(severalMatch(resolution));
	return commands.record(how, resolution.target);
};

const withoutOutput = (command: CommandLine, {output}: CommonOptions): CommandLine => {
	if (output !== '-') return command;
	throw new UsageError('expected a file for -o, got "-": the command prints on standard output itself');
};

const recordOptions = (options: Options, read: readonly Source[]): RecordOptions => ({
	sources: read,
	interval: options.delay,
	count: options.iterations ?? Number.POSITIVE_INFINITY,
	duration: options.for ?? Number.POSITIVE_INFINITY,
	recording: recordingBy(options, true),
	showsProgress: process.stderr.isTTY === true,
});
