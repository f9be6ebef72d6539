import {readFileSync} from 'node:fs';
import test from 'ava';
import {parseStatus, type Status} from '../../../src/platform/linux/status.ts';

const text = `Name:\ta\\nVmRSS:\t1 kB
Umask:\t0022
State:\tS (sleeping)
Tgid:\t4242
Pid:\t4243
Uid:\t1000\t1001\t1002\t1003
Groups:\t4 24 27
NSpid:\t4243\t7
VmPeak:\t  999999 kB
VmSize:\t  120000 kB
VmHWM:\t    5300 kB
VmRSS:\t    5200 kB
RssAnon:\t    1200 kB
RssFile:\t    3900 kB
RssShmem:\t     100 kB
VmSwap:\t      64 kB
Threads:\t12
`;

const whole: Status = {
	threadGroup: 4242,
	user: 1001,
	threads: 12,
	rss: 5200 * 1024,
	rssPeak: 5300 * 1024,
	rssAnon: 1200 * 1024,
	rssFile: 3900 * 1024,
	rssShmem: 100 * 1024,
	swap: 64 * 1024,
};

test('all that is read of a text', t => {
	t.deepEqual(parseStatus(text), whole);
});

test('a process without memory has no sizes', t => {
	const status = parseStatus('Tgid:\t2\nUid:\t0\t0\t0\t0\nThreads:\t1\n');
	t.is(status.rss, undefined);
	t.is(status.swap, undefined);
	t.is(status.threads, 1);
});

test('an old kernel does not divide RSS', t => {
	const status = parseStatus(text.replace(/^Rss.*\n/gm, ''));
	t.deepEqual(status, {...whole, rssAnon: undefined, rssFile: undefined, rssShmem: undefined});
});

test('nothing', t => {
	t.true(Object.values(parseStatus('')).every(value => value === undefined));
});

test('words for numbers', t => {
	t.is(parseStatus('VmRSS:\tmany kB\nTgid:\t-4\n').rss, undefined);
	t.is(parseStatus('VmRSS:\tmany kB\nTgid:\t-4\n').threadGroup, undefined);
});

test('this process', t => {
	const status = parseStatus(readFileSync('/proc/self/status', 'utf8'));
	t.is(status.threadGroup, process.pid);
	t.is(status.user, process.geteuid?.());
	t.is((status.rssAnon ?? 0) + (status.rssFile ?? 0) + (status.rssShmem ?? 0), status.rss ?? -1);
});
