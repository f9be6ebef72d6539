import test, {type ExecutionContext} from 'ava';
import {followProgram} from '../../src/live/follow-program.ts';
import {systemClock} from '../../src/model/clock.ts';
import type {Target} from '../../src/model/target.ts';
import {systemPlatform} from '../../src/platform/index.ts';
import {createLinuxPlatform} from '../../src/platform/linux/index.ts';
import type {Session} from '../../src/session/session.ts';
import {osSource} from '../../src/sources/os/index.ts';
import {TargetGoneError} from '../../src/target/errors.ts';
import {target} from '../fixtures/watch.ts';
import {startChild, until} from '../helpers/child.ts';

/** A session that counts what is asked of it. */
const createSession = (change: Partial<Session> = {}) => {
	const asked = {choices: 0, executed: [] as Target[]};
	const session = {
		target,
		source: () => osSource,
		chooseSource: async () => {
			asked.choices += 1;
		},
		executed: async (now: Target) => {
			asked.executed.push(now);
		},
		...change,
	} as Session;
	return {session, asked};
};

const follow = (t: ExecutionContext, ...[session, following]: Parameters<typeof followProgram>) =>
	t.teardown(followProgram(session, following));

test('a shell that becomes another program has its names from then on', async t => {
	const child = startChild(t, 'sh', ['-c', 'echo ready; read go; exec sleep 1000']);
	await child.line();
	const found = await systemPlatform.identify(child.pid);
	const {session, asked} = createSession({target: found});
	const names: string[] = [];
	follow(t, session, {isNew: false, onExecuted: ({name}) => names.push(name)});
	child.send('');
	await until(() => asked.executed.length > 0);
	t.deepEqual(names, ['sleep']);
	t.like(asked.executed[0], {pid: child.pid, name: 'sleep', startTime: found.startTime});
});

test('a program that has just begun is asked for its source again', async t => {
	const {session, asked} = createSession();
	follow(t, session, {isNew: true, platform: {...createLinuxPlatform(), programOf: () => '/bin/x'}});
	await until(() => asked.choices >= 3);
	t.deepEqual(asked.executed, []);
});

test('one whose pid is young is, too', async t => {
	const startTime = systemClock.wall() / 1000 - 1;
	const {session, asked} = createSession({target: {...target, startTime}});
	follow(t, session, {isNew: false, platform: {...createLinuxPlatform(), programOf: () => '/bin/x'}});
	await until(() => asked.choices >= 1);
	t.deepEqual(asked.executed, []);
});

test('one that ends while it is asked for is left to the next sample', async t => {
	let choices = 0;
	const chooseSource = async () => {
		choices += 1;
		throw new TargetGoneError('the process has ended');
	};
	const {session} = createSession({chooseSource});
	follow(t, session, {isNew: true, platform: {...createLinuxPlatform(), programOf: () => '/bin/x'}});
	await until(() => choices >= 2);
	t.pass();
});

test('one that has run for long is not', async t => {
	const {session, asked} = createSession();
	let looks = 0;
	const programOf = () => {
		looks += 1;
		return '/bin/x';
	};
	follow(t, session, {isNew: false, platform: {...createLinuxPlatform(), programOf}});
	await until(() => looks >= 3);
	t.is(asked.choices, 0);
});

test('another process with its pid is not the same one', async t => {
	const programs = ['/bin/a', '/bin/b', '/bin/b'];
	const {session, asked} = createSession();
	const identify = async () => ({...target, startTime: (target.startTime ?? 0) + 1});
	follow(t, session, {isNew: false, platform: {identify, programOf: () => programs.shift()}});
	await until(() => programs.length === 0);
	t.deepEqual(asked.executed, []);
});
