import {Command} from 'commander';
import packageFile from '../../package.json' with {type: 'json'};
import {cleanText} from '../model/clean.ts';
import {UsageError} from '../model/usage-error.ts';
import {exit} from '../screen/exit.ts';
import {type CommonOptions, recordingBy, withCommonOptions} from './common-options.ts';
import {findWatched, namedBy, severalMatch} from './subject.ts';
import {hasDisplay, type Surroundings} from './surroundings.ts';
import {terminalCapabilities} from './terminal.ts';

/** `memtop`: the live screen. */
export const watchCommand = (surroundings: Surroundings): Command =>
	withCommonOptions(new Command('memtop'))
		.description(`${packageFile.description}.`)
		.usage(`[options] [process]\n       memtop [options] -- <command> [args...]`)
		.version(packageFile.version, '-V, --version')
		.option('--no-record', 'start with the recording switched off')
		.action(async (named: string | undefined, options: WatchOptions) => {
			exit(await runWatch(surroundings, named, options));
		})
		.addHelpText('after', helpAfter);

type WatchOptions = CommonOptions & {readonly record: boolean};

const helpAfter = `
Without a process the list of all of them opens. Inside, ? shows the keys.
A command behind -- is started and watched; its output goes to memtop-<name>.out in this folder.
Every sample goes to memory.log in this folder; see the README for its format.`;

const runWatch = async (
	surroundings: Surroundings,
	word: string | undefined,
	options: WatchOptions,
): Promise<number> => {
	const {command} = surroundings;
	const named = namedBy({word, command}, options);
	if (options.output === '-')
		throw new UsageError('expected a file for -o, got "-"; memtop record writes to standard output');
	const {resolution, sources} = await findWatched(named, options);
	const instead = `memtop record ${resolution?.target ? `-p ${resolution.target.pid}` : '-p <pid>'}`;
	// Whether there is a screen to draw on is asked last: a wrong pid is the more useful thing to be told.
	if (resolution?.candidates && !(process.stdout.isTTY && process.stdin.isTTY))
		throw new UsageError(severalMatch(resolution));
	const capabilities = terminalCapabilities(surroundings, instead);
	const {watch} = await import('../commands/watch.ts');
	return watch({
		...{resolution, capabilities, filter: cleanText(named?.name ?? ''), command, sources},
		interval: options.delay,
		iterations: options.iterations ?? Number.POSITIVE_INFINITY,
		recording: recordingBy(options, options.record),
		hasDisplay: hasDisplay(surroundings),
		input: process.stdin,
		output: process.stdout,
	});
};
