import {once} from 'node:events';
import {createServer, type RequestListener} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {ExecutionContext} from 'ava';

/** An HTTP server on the loopback, closed after the test; resolves with its address, `http://127.0.0.1:…`. */
export const startServer = async (t: ExecutionContext, listener: RequestListener): Promise<string> => {
	const server = createServer(listener).listen(0, '127.0.0.1');
	await once(server, 'listening');
	t.teardown(() => {
		server.closeAllConnections();
		server.close();
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** Answers each path with the body for it, and every other with 404. */
export const serve =
	(bodies: Readonly<Record<string, string>>, type = 'text/plain; charset=utf-8'): RequestListener =>
	({url = ''}, response) => {
		const body = bodies[url];
		response.writeHead(body === undefined ? 404 : 200, {'content-type': type});
		response.end(body ?? '404 page not found\n');
	};
