import test from 'ava';
import {parseSmapsRollup, readSmapsRollup} from '../../../src/platform/linux/smaps-rollup.ts';
import {startChild} from '../../helpers/child.ts';
import {createFolder} from '../../helpers/proc-root.ts';

const text = `55fd21329000-7ffdaaa17000 ---p 00000000 00:00 0                          [rollup]
Rss:                1748 kB
Pss:                 464 kB
Pss_Dirty:           112 kB
Shared_Clean:       1564 kB
Private_Clean:        72 kB
Private_Dirty:       112 kB
`;

test('proportional and unique bytes', t => {
	t.deepEqual(parseSmapsRollup(text), {pss: 464 * 1024, uss: (72 + 112) * 1024});
});

test('a line that is missing', t => {
	t.true(Number.isNaN(parseSmapsRollup(text.replace('Private_Clean', 'Other')).uss));
});

const testRefused = test.macro(async (t, files: Readonly<Record<string, string>>, refused: string) => {
	t.deepEqual(await readSmapsRollup(createFolder(t, files)), {refused});
});

test('an old kernel', testRefused, {}, 'needs Linux 4.14 for smaps_rollup');
test('a process without memory', testRefused, {smaps_rollup: ''}, 'its first thread has ended');

test('this process', async t => {
	const shares = await readSmapsRollup('/proc/self');
	t.true('pss' in shares && shares.uss > 1024 ** 2 && shares.pss >= shares.uss && shares.cost > 0);
});

test.serial('a process that may not be traced', async t => {
	const child = startChild(t, 'python3', ['-c', untraceable]);
	t.is(await child.line(), 'ready');
	const shares = await asNobody(() => readSmapsRollup(`/proc/${child.pid}`));
	t.deepEqual(shares, {refused: 'not permitted: needs root or CAP_SYS_PTRACE'});
});

/** PR_SET_DUMPABLE off makes a process as closed as that of another user, see prctl(2). */
const untraceable = `
import ctypes, time
ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)
print('ready', flush=True)
time.sleep(60)
`;

/** Gives up what root may do meanwhile; another user has nothing to give up. */
const asNobody = async <Result>(action: () => Promise<Result>): Promise<Result> => {
	if (process.geteuid?.() !== 0) return action();
	process.seteuid?.(65_534);
	try {
		return await action();
	} finally {
		process.seteuid?.(0);
	}
};
