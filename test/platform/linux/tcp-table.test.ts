import test from 'ava';
import {parseTcpTable, readListeningSockets} from '../../../src/platform/linux/tcp-table.ts';
import {createFolder} from '../../helpers/proc-root.ts';

const heading =
	'  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';

const line = (address: string, state = '0A'): string =>
	`   0: ${address} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000  1000        0 12345 1 0000000000000000 100 0 0 10 0`;

const testSockets = test.macro((t, text: string, expected: readonly string[]) => {
	t.deepEqual(
		parseTcpTable(text).map(({host, port, inode}) => `${host}:${port} ${inode}`),
		expected,
	);
});

test('loopback', testSockets, `${heading}\n${line('0100007F:2382')}\n`, ['127.0.0.1:9090 12345']);
test('all addresses', testSockets, line('00000000:0050'), ['0.0.0.0:80 12345']);
test('IPv6 loopback', testSockets, line('00000000000000000000000001000000:FFFF'), ['[::1]:65535 12345']);
test('IPv6 all addresses', testSockets, line('00000000000000000000000000000000:0001'), ['[::]:1 12345']);
test('IPv4 in IPv6', testSockets, line('0000000000000000FFFF00000100007F:0050'), ['127.0.0.1:80 12345']);
test('IPv6', testSockets, line('B80D0120000000000000000001000000:0050'), ['[2001:db8::1]:80 12345']);
test('a connection', testSockets, line('0100007F:2382', '01'), []);
test('other lines', testSockets, `${heading}\n\n0: x\n${line('0100007F:2382').slice(0, 60)}`, []);

test('both tables, or one', async t => {
	const root = createFolder(t, {
		'1/net/tcp': line('0100007F:0050'),
		'1/net/tcp6': line(`${'0'.repeat(32)}:0050`),
	});
	t.is((await readListeningSockets(`${root}/1`)).length, 2);
	const old = createFolder(t, {'1/net/tcp': line('0100007F:0050')});
	t.is((await readListeningSockets(`${old}/1`)).length, 1);
	t.deepEqual(await readListeningSockets(`${old}/2`), []);
});

test('no more than the start of a long table is read', async t => {
	const connections = `${line('0100007F:2382', '01')}\n`.repeat(10_000);
	const root = createFolder(t, {
		'1/net/tcp': `${line('0100007F:0050')}\n${connections}${line('0100007F:0051')}\n`,
	});
	t.deepEqual(
		(await readListeningSockets(`${root}/1`)).map(({port}) => port),
		[80],
	);
});
