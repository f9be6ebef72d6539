import test from 'ava';
import type {ProcessInfo} from '../../src/model/process-info.ts';
import {matchingProcesses} from '../../src/target/matching.ts';

const processes: readonly ProcessInfo[] = [
	{pid: 1, name: 'systemd', rss: 0, command: '/sbin/init splash'},
	{pid: 2, name: 'node', rss: 0, command: 'node /srv/nginx/server.js'},
	{pid: 3, name: 'nginx', rss: 0, command: 'nginx: master process /usr/sbin/nginx'},
	{pid: 4, name: 'nginx', rss: 0, command: 'nginx: worker process'},
	{pid: 5, name: 'Web Content', rss: 0, command: '/usr/lib/firefox/firefox -contentproc'},
];

const testMatching = test.macro((t, name: string, expected: readonly number[]) => {
	t.deepEqual(
		matchingProcesses(processes, name).map(({pid}) => pid),
		expected,
	);
});

test('the exact name', testMatching, 'systemd', [1]);
test('all with the exact name', testMatching, 'nginx', [3, 4]);
test('the file it was started from', testMatching, 'init', [1]);
test('the file, where the name is another', testMatching, 'firefox', [5]);
test('an exact name wins over a part of others', testMatching, 'node', [2]);
test('a part of the name', testMatching, 'gin', [3, 4]);
test('a part in another case', testMatching, 'WEB', [5]);
test('arguments do not count', testMatching, 'server.js', []);
test('signs of a pattern mean themselves', testMatching, '.*', []);
