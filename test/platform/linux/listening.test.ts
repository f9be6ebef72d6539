import {once} from 'node:events';
import {type AddressInfo, createServer} from 'node:net';
import test, {type ExecutionContext} from 'ava';
import {findListeners, listeningUrls} from '../../../src/platform/linux/listening.ts';
import {startChild, startNode} from '../../helpers/child.ts';

const listen = async (t: ExecutionContext, host: string): Promise<number> => {
	const server = createServer().listen(0, host);
	await once(server, 'listening');
	t.teardown(() => server.close());
	return (server.address() as AddressInfo).port;
};

test('where this process listens, and who listens there', async t => {
	const port = await listen(t, '127.0.0.1');
	t.true((await listeningUrls(process.pid)).includes(`http://127.0.0.1:${port}`));
	t.deepEqual(await findListeners('127.0.0.1', port), [process.pid]);
	t.deepEqual(await findListeners('localhost', port), [process.pid]);
	t.deepEqual(await findListeners('127.0.0.2', port), []);
});

test('an address that stands for all', async t => {
	const port = await listen(t, '0.0.0.0');
	t.true((await listeningUrls(process.pid)).includes(`http://127.0.0.1:${port}`));
	t.deepEqual(await findListeners('127.0.0.2', port), [process.pid]);
});

test('another process, lowest port first, until it ends', async t => {
	const child = startChild(t, process.execPath, [
		'-e',
		`const {createServer} = require('node:net');
		const first = createServer().listen(0, '127.0.0.1', () => {
			const second = createServer().listen(0, '127.0.0.1', () => console.log(first.address().port, second.address().port));
		});`,
	]);
	const ports = (await child.line()).split(' ').map(Number);
	t.deepEqual(
		await listeningUrls(child.pid),
		ports.toSorted((a, b) => a - b).map(port => `http://127.0.0.1:${port}`),
	);
	t.deepEqual(await findListeners('127.0.0.1', ports[0] ?? 0), [child.pid]);
	await child.end();
	t.deepEqual(await listeningUrls(child.pid), []);
	t.deepEqual(await findListeners('127.0.0.1', ports[0] ?? 0), []);
});

test('a process that does not listen', async t => {
	const child = await startNode(t, 'console.log(1); setInterval(() => {}, 1000)');
	t.deepEqual(await listeningUrls(child.pid), []);
});
