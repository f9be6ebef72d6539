import type {Target} from '../model/target.ts';
import type {Source} from '../sources/source.ts';
import {createUrlSource, openEndpoint, parseUrl, targetOf} from '../sources/url/index.ts';

/** What is watched where an endpoint was named, and the source that asks it. */
export type EndpointWatch = {readonly target: Target; readonly source: Source};

/**
 * Asks the endpoint for the first time. Its figures are those of the process that was named, else of the one that
 * listens there, else of itself. Throws UsageError for what is no URL, rejects with CannotGoOnError when it tells nothing.
 */
export const watchEndpoint = async (url: string, named: Target | undefined): Promise<EndpointWatch> => {
	const endpoint = await openEndpoint(parseUrl(url));
	const target = named ?? (await targetOf(endpoint));
	return {target, source: createUrlSource(endpoint, target)};
};
