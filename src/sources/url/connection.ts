import {Agent as HttpAgent} from 'node:http';
import {Agent as HttpsAgent} from 'node:https';
import {type Answer, type Failure, type Limits, usualLimits} from './answer.ts';
import {readBody} from './body.ts';
import {whyFailed} from './failure.ts';
import {redirectOf} from './redirect.ts';
import {type Agents, send} from './send.ts';

/** A way to ask an endpoint again and again over one kept connection. */
export type Connection = {
	/** Asks once and follows redirects. Never rejects: what went wrong is a clause. Ask again when it has resolved. */
	readonly ask: (url: URL) => Promise<Answer | Failure>;
	/** Closes the connection, also under a question. */
	readonly close: () => void;
};

/** A connection that is made with the first question; tests pass narrower limits. */
export const createConnection = (limits: Limits = usualLimits): Connection => {
	const agents = {
		http: new HttpAgent({keepAlive: true, maxSockets: 1}),
		https: new HttpsAgent({keepAlive: true, maxSockets: 1}),
	};
	return {
		ask: url => askWithin(url, agents, limits),
		close: () => {
			agents.http.destroy();
			agents.https.destroy();
		},
	};
};

const askWithin = async (url: URL, agents: Agents, limits: Limits): Promise<Answer | Failure> => {
	const abort = new AbortController();
	const timer = setTimeout(() => abort.abort(), limits.time);
	try {
		return await follow(url, {agents, signal: abort.signal, size: limits.size});
	} catch (error) {
		const failed = abort.signal.aborted ? `no whole answer in ${limits.time / 1000} s` : whyFailed(error);
		return {failed, isUnreachable: true};
	} finally {
		clearTimeout(timer);
	}
};

type Way = {readonly agents: Agents; readonly signal: AbortSignal; readonly size: number};

const redirectLimit = 3;

const follow = async (start: URL, way: Way): Promise<Answer | Failure> => {
	let url = start;
	for (let redirects = 0; redirects <= redirectLimit; redirects += 1) {
		const response = await send(url, way);
		const redirect = redirectOf(response, url);
		if (redirect === undefined) return readBody(response, url, way.size);
		response.destroy();
		if ('failed' in redirect) return redirect;
		url = redirect;
	}
	return {failed: `more than ${redirectLimit} redirects`};
};
