import {type Agent as HttpAgent, request as httpRequest, type IncomingMessage} from 'node:http';
import {type Agent as HttpsAgent, request as httpsRequest} from 'node:https';
import {errorCode} from '../../platform/error-code.ts';

/** The kept connections, by protocol. */
export type Agents = {readonly http: HttpAgent; readonly https: HttpsAgent};

/** What a request needs besides its address. */
export type SendOptions = {readonly agents: Agents; readonly signal: AbortSignal};

/** Sends a GET and resolves with the head of the response, its body yet to be read. Rejects with Node's error. */
export const send = async (url: URL, options: SendOptions): Promise<IncomingMessage> => {
	try {
		return await sendOnce(url, options);
	} catch (error) {
		// A server may close a kept connection just when it is used again: a new one tells whether it is there.
		if (error instanceof StaleConnection) return sendOnce(url, options);
		throw error;
	}
};

class ClosedConnection extends Error {
	override readonly name = 'ClosedConnection';
	readonly code = 'ECONNRESET';
}

class StaleConnection extends Error {
	override readonly name = 'StaleConnection';
}

const sendOnce = (url: URL, {agents, signal}: SendOptions): Promise<IncomingMessage> =>
	new Promise((resolve, reject) => {
		const options = {signal, headers};
		const request =
			url.protocol === 'https:'
				? httpsRequest(url, {...options, agent: agents.https})
				: httpRequest(url, {...options, agent: agents.http});
		request.once('response', resolve);
		request.on('error', error => {
			const isStale = request.reusedSocket && errorCode(error) === 'ECONNRESET';
			reject(isStale ? new StaleConnection('closed', {cause: error}) : error);
		});
		// Without a response and an error when the server wants to speak another protocol from here on.
		request.once('close', () => reject(new ClosedConnection('closed')));
		request.end();
	});

// Never compressed: a small answer could become any size.
const headers = {
	accept: 'text/plain, application/json;q=0.9, */*;q=0.1',
	'accept-encoding': 'identity',
	'user-agent': 'memtop',
};
