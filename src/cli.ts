import {Command, CommanderError, Option} from 'commander';
import packageFile from '../package.json' with {type: 'json'};
import {parseCount, parseDelay, parseDuration} from './commands/parse.ts';
import type {RecordOptions} from './commands/record.ts';
import {oneLine, report} from './commands/refusal.ts';
import type {Command as CommandLine} from './launch/command.ts';
import {splitWords, type Words} from './launch/split.ts';
import {exit} from './live/exit.ts';
import {CannotGoOnError} from './model/cannot-go-on-error.ts';
import {cleanText} from './model/clean.ts';
import {UsageError} from './model/usage-error.ts';
import {errorCode} from './platform/error-code.ts';
import {systemPlatform} from './platform/index.ts';
import type {RecordingOptions} from './session/recording.ts';
import {findSource, sources} from './sources/index.ts';
import type {Source} from './sources/source.ts';
import type {Named} from './target/named.ts';
import {parseNamed} from './target/named.ts';
import {parsePid} from './target/parse-pid.ts';
import {type Resolution, resolveTarget} from './target/resolve.ts';
import {capabilitiesOf} from './terminal/capabilities.ts';

/** Options that the screen and `record` share, as commander gives them. */
type CommonOptions = {
	readonly pid?: number;
	readonly name?: string;
	readonly delay: number;
	readonly output?: string;
	readonly source?: Source;
	readonly url?: string;
	readonly children: boolean;
	readonly diskGuard: boolean;
	readonly command: boolean;
	readonly iterations?: number;
};

const main = async (): Promise<void> => {
	// Whoever reads the help may stop before its end; a recording looks after its own writing.
	process.stdout.on('error', error => {
		if (errorCode(error) !== 'EPIPE') throw error;
		process.exit();
	});
	try {
		const {own, command} = splitWords(process.argv.slice(2));
		await createProgram(commandOf(command)).parseAsync(own, {from: 'user'});
	} catch (error) {
		process.exitCode = error instanceof CommanderError ? Math.min(error.exitCode, 1) * 2 : report(error);
	}
};

// Before anything is changed in it for the sake of a library: the command is to find what memtop found.
const commandOf = (words: Words['command']): CommandLine | undefined => {
	if (!words) return undefined;
	const [program, ...args] = words;
	return {program, args, environment: {...process.env}};
};

const createProgram = (started: CommandLine | undefined): Command => {
	const program = withCommonOptions(new Command('memtop'))
		.description(`${packageFile.description}.`)
		.usage(`[options] [process]\n       memtop [options] -- <command> [args...]`)
		.version(packageFile.version, '-V, --version')
		.option('--no-record', 'start with the recording switched off')
		.action(async (named: string | undefined, options: CommonOptions & {record: boolean}) => {
			exit(await runWatch({named, command: started}, options));
		})
		.addHelpText('after', helpAfter);
	const record = withCommonOptions(new Command('record'))
		.description('record the same samples without a screen, until C-c')
		.usage(`[options] <process>\n       memtop record [options] -- <command> [args...]`)
		.option('--for <duration>', 'end after so long: 90s, 10m, 2h', parseDuration)
		.action(async (named: string | undefined, options: CommonOptions & {for?: number}) => {
			exit(await runRecord({named, command: started}, options));
		})
		.addHelpText('after', helpAfterRecord);
	for (const command of [program, record]) {
		command.exitOverride().configureOutput({outputError: (text, write) => write(oneLine(text))});
	}
	return program.enablePositionalOptions().addCommand(record);
};

const helpAfter = `
Without a process the list of all of them opens. Inside, ? shows the keys.
A command behind -- is started and watched; its output goes to memtop-<name>.out in this folder.
Every sample goes to memory.log in this folder; see the README for its format.`;

const helpAfterRecord = `
A command behind -- is started on this terminal and recorded until it ends. The exit status is then its own;
when -n or --for ends the recording before, it is 0, and the command goes on.`;

const withCommonOptions = (command: Command): Command =>
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

const sourceNames = sources.map(({name}) => name).join(', ');

const parseSource = (name: string): Source => {
	const source = findSource(name);
	if (source) return source;
	throw new UsageError(`expected a source (${sourceNames}), got "${cleanText(name)}"`);
};

/** What was named on the command line: a running process, or a command to start. */
type Subject = {readonly named: string | undefined; readonly command: CommandLine | undefined};

const runWatch = async (
	subject: Subject,
	options: CommonOptions & {readonly record: boolean},
): Promise<number> => {
	const named = namedBy(subject, options);
	if (options.output === '-')
		throw new UsageError('expected a file for -o, got "-"; memtop record writes to standard output');
	const {resolution, sources: read} = await findWatched(named, options);
	const capabilities = terminalCapabilities(resolution);
	const {watch} = await import('./commands/watch.ts');
	return watch({
		...{
			resolution,
			capabilities,
			filter: cleanText(named?.name ?? ''),
			command: subject.command,
			sources: read,
		},
		interval: options.delay,
		iterations: options.iterations ?? Number.POSITIVE_INFINITY,
		recording: recordingBy(options, options.record),
		hasDisplay: Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY),
		input: process.stdin,
		output: process.stdout,
	});
};

/** What is watched and what can read it; with an endpoint, that alone. */
type Watched = {readonly resolution: Resolution | undefined; readonly sources: readonly Source[]};

const findWatched = async (named: Named | undefined, options: CommonOptions): Promise<Watched> => {
	const {url} = options;
	const resolution = named && (await resolveTarget(named, systemPlatform));
	if (url === undefined) return {resolution, sources: await sourcesBy(options)};
	if (options.children) throw new UsageError('expected --url or --children, got both');
	if (resolution?.candidates) throw new UsageError(severalMatch(resolution));
	// Loaded only where it is asked for: it brings a web client with it.
	const {watchEndpoint} = await import('./commands/endpoint.ts');
	const endpoint = await watchEndpoint(url, resolution?.target);
	return {resolution: {target: endpoint.target}, sources: [endpoint.source]};
};

const sourcesBy = async ({source, children}: CommonOptions): Promise<readonly Source[]> => {
	const asked = source ? [source] : sources;
	if (!children) return asked;
	const {childrenSources} = await import('./sources/children/index.ts');
	return childrenSources(asked);
};

const runRecord = async (
	subject: Subject,
	options: CommonOptions & {readonly for?: number},
): Promise<number> => {
	const named = namedBy(subject, options);
	const {record, recordCommand} = await import('./commands/record.ts');
	const {resolution, sources: read} = await findWatched(named, options);
	if (subject.command) {
		return recordCommand(recordOptions(options, read), withoutOutput(subject.command, options));
	}
	if (!resolution) throw new UsageError('expected a process to record, got none: memtop record -p <pid>');
	if (!resolution.target) throw new UsageError(severalMatch(resolution));
	return record(recordOptions(options, read), resolution.target);
};

const withoutOutput = (command: CommandLine, {output}: CommonOptions): CommandLine => {
	if (output !== '-') return command;
	throw new UsageError('expected a file for -o, got "-": the command prints on standard output itself');
};

const recordOptions = (
	options: CommonOptions & {readonly for?: number},
	read: readonly Source[],
): RecordOptions => ({
	sources: read,
	interval: options.delay,
	count: options.iterations ?? Number.POSITIVE_INFINITY,
	duration: options.for ?? Number.POSITIVE_INFINITY,
	recording: recordingBy(options, true),
	showsProgress: process.stderr.isTTY === true,
});

const namedBy = ({named, command}: Subject, {pid, name, url}: CommonOptions): Named | undefined => {
	const given: readonly Named[] = [
		...(named === undefined ? [] : [parseNamed(named)]),
		...(pid === undefined ? [] : [{pid}]),
		...(name === undefined ? [] : [{name}]),
	];
	if (given.length > 1) throw new UsageError(`expected one process, got ${given.length}`);
	if (command && url !== undefined) throw new UsageError('expected --url or a command, got both');
	if (command && given.length > 0) throw new UsageError('expected a process or a command, got both');
	return given[0];
};

const recordingBy = ({output, diskGuard, command}: CommonOptions, isOn: boolean): RecordingOptions => ({
	path: output,
	folder: process.cwd(),
	guard: diskGuard,
	isOn,
	withCommand: command,
});

// Whether there is a screen to draw on is asked last: a wrong pid is the more useful thing to be told.
const terminalCapabilities = (resolution: Resolution | undefined) => {
	const isTerminal = process.stdout.isTTY && process.stdin.isTTY;
	if (!isTerminal && resolution?.candidates) throw new UsageError(severalMatch(resolution));
	const capabilities = capabilitiesOf(process.env);
	const instead = `memtop record ${resolution?.target ? `-p ${resolution.target.pid}` : '-p <pid>'} works without a screen`;
	if (!isTerminal) throw new CannotGoOnError(`expected a terminal to draw on, got none; ${instead}`);
	if (!capabilities)
		throw new CannotGoOnError(`expected a terminal that can be drawn on, got TERM=dumb; ${instead}`);
	// The library would run tmux for its version, for a feature that is not used here.
	delete process.env.TMUX;
	return capabilities;
};

const severalMatch = ({candidates = []}: Resolution): string => {
	const lines = candidates.map(({pid, name, command}) => `  ${String(pid).padStart(7)} ${name}  ${command}`);
	return [`expected one process, got ${candidates.length}; name one by its pid:`, ...lines].join('\n');
};

void main();
