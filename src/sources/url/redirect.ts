import type {IncomingMessage} from 'node:http';
import type {Failure} from './answer.ts';

/** Where a response sends on to; undefined when it is none that does, a failure when that is not to be followed. */
export const redirectOf = ({statusCode, headers}: IncomingMessage, url: URL): URL | Failure | undefined => {
	const {location} = headers;
	if (!redirects.includes(statusCode ?? 0) || location === undefined) return undefined;
	const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
	return next !== undefined && isSameHost(url, next) ? next : {failed: 'a redirect to another host'};
};

const redirects = [301, 302, 303, 307, 308];

// From https only to https: a login would go out in the clear.
const isSameHost = (from: URL, to: URL): boolean =>
	to.host === from.host && (to.protocol === 'https:' || to.protocol === from.protocol);
