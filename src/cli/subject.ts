import type {Command} from '../launch/command.ts';
import {UsageError} from '../model/usage-error.ts';
import {systemPlatform} from '../platform/index.ts';
import {sources} from '../sources/index.ts';
import type {Source} from '../sources/source.ts';
import {type Named, parseNamed} from '../target/named.ts';
import {type Resolution, resolveTarget} from '../target/resolve.ts';
import type {CommonOptions} from './common-options.ts';

/** What was named on the command line: a running process by a word, or a command to start. */
export type Subject = {readonly word: string | undefined; readonly command: Command | undefined};

/** The running process that was named, if one was. Throws UsageError where more than one thing was. */
export const namedBy = ({word, command}: Subject, {pid, name, url}: CommonOptions): Named | undefined => {
	const given: readonly Named[] = [
		...(word === undefined ? [] : [parseNamed(word)]),
		...(pid === undefined ? [] : [{pid}]),
		...(name === undefined ? [] : [{name}]),
	];
	if (given.length > 1) throw new UsageError(`expected one process, got ${given.length}`);
	if (command && url !== undefined) throw new UsageError('expected --url or a command, got both');
	if (command && given.length > 0) throw new UsageError('expected a process or a command, got both');
	return given[0];
};

/** What is watched and what can read it; with an endpoint, that alone. */
export type Watched = {readonly resolution: Resolution | undefined; readonly sources: readonly Source[]};

/** Finds what was named. Rejects with TargetError when there is no such process, with UsageError when there are several. */
export const findWatched = async (named: Named | undefined, options: CommonOptions): Promise<Watched> => {
	const {url} = options;
	const resolution = named && (await resolveTarget(named, systemPlatform));
	if (url === undefined) return {resolution, sources: await sourcesBy(options)};
	if (options.children) throw new UsageError('expected --url or --children, got both');
	if (resolution?.candidates) throw new UsageError(severalMatch(resolution));
	// Loaded only where it is asked for: it brings a web client with it.
	const {watchEndpoint} = await import('../commands/endpoint.ts');
	const endpoint = await watchEndpoint(url, resolution?.target);
	return {resolution: {target: endpoint.target}, sources: [endpoint.source]};
};

/** Says which processes have the name, one a line. */
export const severalMatch = ({candidates = []}: Resolution): string => {
	const lines = candidates.map(({pid, name, command}) => `  ${String(pid).padStart(7)} ${name}  ${command}`);
	return [`expected one process, got ${candidates.length}; name one by its pid:`, ...lines].join('\n');
};

const sourcesBy = async ({source, children}: CommonOptions): Promise<readonly Source[]> => {
	const asked = source ? [source] : sources;
	if (!children) return asked;
	const {childrenSources} = await import('../sources/children/index.ts');
	return childrenSources(asked);
};
