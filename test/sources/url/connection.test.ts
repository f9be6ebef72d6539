import {once} from 'node:events';
import {createServer, type RequestListener} from 'node:http';
import {type AddressInfo, createServer as createTcpServer, type Socket} from 'node:net';
import {setTimeout} from 'node:timers/promises';
import {gzipSync} from 'node:zlib';
import test, {type ExecutionContext} from 'ava';
import {createConnection} from '../../../src/sources/url/connection.ts';
import {serve, startServer} from './helpers/server.ts';

const connect = (t: ExecutionContext, limits = {time: 5000, size: 8 * 1024 ** 2}) => {
	const connection = createConnection(limits);
	t.teardown(connection.close);
	return connection;
};

const testFailed = test.macro(async (t, listener: RequestListener, failed: string, limits?: Limits) => {
	const address = await startServer(t, listener);
	const {failed: got} = await connect(t, limits).ask(new URL(address));
	t.is(got, failed);
});

type Limits = {readonly time: number; readonly size: number};

const impatient: Limits = {time: 200, size: 8 * 1024 ** 2};
const block = Buffer.alloc(1024 ** 2, 'a');

// Writes for as long as the other side takes it: a gigabyte would follow.
const flood: RequestListener = (_, response) => {
	const write = (): void => {
		while (!response.destroyed && response.write(block));
		response.once('drain', write);
	};
	write();
};

const drip: RequestListener = (_, response) => {
	const timer = setInterval(() => response.write('a'), 10);
	response.once('close', () => clearInterval(timer));
};

const redirectTo =
	(location: string): RequestListener =>
	(_, response) => {
		response.writeHead(302, {location}).end();
	};

test('status 404', testFailed, serve({}), 'status 404');
test('status 204', testFailed, (_, response) => response.writeHead(204).end(), 'status 204');
test('a login is needed', testFailed, (_, response) => response.writeHead(401).end(), 'status 401');
test('hangs', testFailed, () => {}, 'no whole answer in 0.2 s', impatient);
test(
	'hangs after the head',
	testFailed,
	(_, response) => response.flushHeaders(),
	'no whole answer in 0.2 s',
	impatient,
);
test('a slow drip', testFailed, drip, 'no whole answer in 0.2 s', impatient);
test('a gigabyte', testFailed, flood, 'more than 8.00 MiB');
test(
	'a gigabyte announced',
	testFailed,
	(_, response) => response.writeHead(200, {'content-length': 2 ** 30}).write('a'),
	'more than 8.00 MiB',
);
test(
	'a gigabyte in an error',
	testFailed,
	(request, response) => flood(request, response.writeHead(500)),
	'status 500',
);
test(
	'compressed all the same',
	testFailed,
	(_, response) => response.writeHead(200, {'content-encoding': 'gzip'}).end(gzipSync('a')),
	'an answer compressed by gzip',
);
test('redirects for ever', testFailed, redirectTo('/'), 'more than 3 redirects');
test(
	'a redirect to another host',
	testFailed,
	redirectTo('http://127.0.0.2:1/'),
	'a redirect to another host',
);
test(
	'a redirect to another port',
	testFailed,
	redirectTo('http://127.0.0.1:1/'),
	'a redirect to another host',
);
test('a redirect to a file', testFailed, redirectTo('file:///etc/passwd'), 'a redirect to another host');
test('a redirect to nowhere', testFailed, redirectTo('http://'), 'a redirect to another host');
test('a redirect nowhere', testFailed, (_, response) => response.writeHead(302).end(), 'status 302');
test(
	'closed in the body',
	testFailed,
	(_, response) => {
		response.writeHead(200, {'content-length': 10}).write('a', () => response.destroy());
	},
	'a connection closed before the end',
);

const testRaw = test.macro(async (t, greet: (socket: Socket) => void, failed: string) => {
	const server = createTcpServer(socket => {
		socket.on('error', () => {});
		greet(socket);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	t.teardown(() => server.close());
	const {port} = server.address() as AddressInfo;
	const {failed: got} = await connect(t, impatient).ask(new URL(`http://127.0.0.1:${port}`));
	t.is(got, failed);
});

test('not HTTP', testRaw, socket => void socket.end('SSH-2.0-OpenSSH_9.2\r\n'), 'something that is not HTTP');
test(
	'endless head',
	testRaw,
	socket => void socket.write(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}`),
	'something that is not HTTP',
);
test('closed at once', testRaw, socket => socket.destroy(), 'a connection closed before the end');
test(
	'another protocol from here on',
	testRaw,
	socket =>
		void socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
	'a connection closed before the end',
);

test('refused', async t => {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	t.deepEqual(await connect(t).ask(new URL(`http://127.0.0.1:${port}`)), {
		failed: 'a refused connection',
		isUnreachable: true,
	});
});

test('redirects on the same host, and says where to', async t => {
	const steps: Readonly<Record<string, string>> = {'/': '/a', '/a': '/b', '/b': '/c'};
	const address = await startServer(t, (request, response) => {
		const location = steps[request.url ?? ''];
		if (location === undefined) response.end('here');
		else response.writeHead(307, {location}).end();
	});
	t.deepEqual(await connect(t).ask(new URL(address)), {url: new URL('/c', address), type: '', text: 'here'});
});

test('what it asks', async t => {
	const address = await startServer(t, (request, response) => {
		const {authorization, 'accept-encoding': encoding} = request.headers;
		response.end(JSON.stringify([request.method, request.url, authorization, encoding]));
	});
	const answer = await connect(t).ask(new URL('/x?y=1', address.replace('//', '//me:p%3Aw@')));
	t.deepEqual(answer.failed === undefined && JSON.parse(answer.text), [
		'GET',
		'/x?y=1',
		`Basic ${Buffer.from('me:p:w').toString('base64')}`,
		'identity',
	]);
});

test('one connection for all questions, and a new one when it was closed meanwhile', async t => {
	const sockets: Socket[] = [];
	const address = await startServer(t, (request, response) => {
		if (!sockets.includes(request.socket)) sockets.push(request.socket);
		response.end('here');
	});
	const {ask} = connect(t);
	for (let count = 0; count < 3; count += 1) await ask(new URL(address));
	t.is(sockets.length, 1);
	// The client learns of the end only after it has asked again.
	const again = ask(new URL(address));
	sockets[0]?.resetAndDestroy();
	t.is((await again).failed, undefined);
	t.is(sockets.length, 2);
});

test('closed under a question', async t => {
	const address = await startServer(t, () => {});
	const {ask, close} = connect(t);
	const answer = ask(new URL(address));
	await setTimeout(20);
	close();
	t.is((await answer).failed, 'a connection closed before the end');
});
