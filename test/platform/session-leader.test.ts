import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {sessionOf} from '../../src/platform/session-leader.ts';

test('the session of a process with a hostile name', t => {
	t.is(sessionOf('12 (a) R 1 2 3) S 10 11 9 34817 13 4194304'), 9);
});

/** What a process says of itself that is started as the first of a session, or not. */
const testLeader = test.macro((t, program: readonly [string, ...string[]], expected: string) => {
	const module = fileURLToPath(new URL('../../src/platform/session-leader.ts', import.meta.url));
	const script = `import('${module}').then(({isSessionLeader}) => console.log(isSessionLeader()))`;
	const [command, ...args] = [...program, process.execPath, '--import=tsx', '--eval', script];
	t.is(spawnSync(command, args, {encoding: 'utf8'}).stdout.trim(), expected);
});

test('one that is the first of its session', testLeader, ['setsid', '--wait'], 'true');
test('one that is not', testLeader, ['env'], 'false');
