import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import type {Command} from '../../src/launch/command.ts';
import {endLaunched, signalLaunched} from '../../src/launch/end-launched.ts';
import {type Launched, startApart} from '../../src/launch/launched.ts';
import {openLaunched} from '../../src/launch/open-launched.ts';
import {passSignal} from '../../src/launch/pass-signals.ts';
import {CannotGoOnError} from '../../src/model/cannot-go-on-error.ts';
import {systemPlatform} from '../../src/platform/index.ts';
import {TargetError} from '../../src/target/errors.ts';
import {until} from '../helpers/child.ts';
import {createFolder} from '../helpers/proc-root.ts';

const commandOf = (script: string): Command => ({
	program: 'sh',
	args: ['-c', script],
	environment: {PATH: process.env.PATH, WORD: 'from outside'},
});

/** Starts a shell script; the test ends it, and all that it started, at the latest. */
const startScript = async (t: ExecutionContext, script: string) => {
	const folder = createFolder(t, {});
	const launched = await startApart(commandOf(script), folder);
	t.teardown(() => signalLaunched(launched, 'SIGKILL'));
	return {launched, output: () => readFileSync(join(folder, 'memtop-sh.out'), 'utf8')};
};

test('a command runs in a session of its own, without input, with this environment', async t => {
	const {launched, output} = await startScript(t, 'read line || echo "$WORD"; sleep 1000');
	await until(() => output() === 'from outside\n');
	const fields = readFileSync(`/proc/${launched.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
	t.deepEqual(fields.slice(2, 5), [String(launched.pid), String(launched.pid), '0']);
	t.like(launched, {name: 'sh', output: 'memtop-sh.out'});
	t.is(launched.ending(), undefined);
});

test('it executes its program when it is returned', async t => {
	const {launched} = await startScript(t, 'sleep 1000');
	t.regex(readFileSync(`/proc/${launched.pid}/cmdline`, 'utf8'), /^sh\0-c\0/);
});

/** Rows: a script, and how it ends. */
const testEnding = test.macro(async (t, script: string, expected: object) => {
	const {launched} = await startScript(t, script);
	t.deepEqual(await launched.ended, expected);
	t.deepEqual(launched.ending(), expected);
});

test('an end with a status', testEnding, 'exit 3', {status: 3});
test('an end by a signal', testEnding, 'kill -TERM $$', {status: 143, signal: 'SIGTERM'});

test('a command that cannot be started', async t => {
	const command = {program: 'no-such\u001bprogram', args: [], environment: {}};
	await t.throwsAsync(startApart(command, createFolder(t, {})), {
		instanceOf: CannotGoOnError,
		message: 'expected a command that can be started, got "no-such?program": there is no such program',
	});
});

test('its whole group is ended, and killed when it does not obey', async t => {
	const {launched, output} = await startScript(t, `(trap '' TERM; sh -c 'echo $$; exec sleep 1000') & wait`);
	await until(() => output() !== '');
	await endLaunched(launched, 200);
	t.is(launched.ending()?.signal, 'SIGTERM');
	await until(() => !isAlive(Number(output())));
	t.pass();
});

const isAlive = (pid: number): boolean => {
	try {
		return !/^State:\sZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
	} catch {
		return false;
	}
};

test('no signal is sent to a child that has ended', async t => {
	const {launched} = await startScript(t, 'exit 0');
	await launched.ended;
	t.false(signalLaunched({...launched, isLeader: false}, 'SIGTERM'));
	t.false(signalLaunched(launched, 'SIGTERM'));
});

const opening = (open: () => Promise<string>) => ({open, directory: systemPlatform, patience: 500});

test('it is opened again until it can be read', async t => {
	const {launched} = await startScript(t, 'sleep 1000');
	let tries = 0;
	const opened = await openLaunched(
		launched,
		opening(async () => {
			tries += 1;
			if (tries < 3) throw new TargetError('not yet');
			return 'opened';
		}),
	);
	t.is(opened, 'opened');
	t.is(tries, 3);
});

test('it is ended when it can never be read', async t => {
	const {launched} = await startScript(t, 'sleep 1000');
	const refuse = async () => {
		throw new TargetError('never');
	};
	await t.throwsAsync(openLaunched(launched, opening(refuse)), {message: 'never'});
	t.is(launched.ending()?.signal, 'SIGTERM');
});

test('it is ended at once when something else is in the way', async t => {
	const {launched} = await startScript(t, 'sleep 1000');
	let tries = 0;
	const fail = async () => {
		tries += 1;
		throw new Error('no file');
	};
	await t.throwsAsync(openLaunched(launched, opening(fail)), {message: 'no file'});
	t.is(tries, 1);
	t.is(launched.ending()?.signal, 'SIGTERM');
});

test('one that has ended is not opened', async t => {
	const {launched} = await startScript(t, 'exit 1');
	await launched.ended;
	t.is(
		await openLaunched(
			launched,
			opening(async () => 'opened'),
		),
		undefined,
	);
});

type Passed = readonly [signal: NodeJS.Signals, isInForeground: boolean];

/** Rows: a signal, whether the keys of the terminal reach memtop, and what reached the command before it was killed. */
const testPassed = test.macro(async (t, [signal, isReached]: Passed, expected: string) => {
	const traps = ['INT', 'QUIT', 'HUP', 'TERM'].map(name => `trap 'echo ${name}' ${name}`).join('; ');
	const {launched, output} = await startScript(t, `${traps}; echo ready; while :; do sleep 0.02; done`);
	await until(() => output() === 'ready\n');
	const alone: Launched = {...launched, isLeader: false};
	passSignal(alone, signal, {isInForeground: () => isReached, patience: 200});
	await setTimeout(100);
	passSignal(alone, 'SIGTERM', {isInForeground: () => isReached, patience: 100});
	t.is((await launched.ended).signal, 'SIGKILL');
	t.is(output(), `ready\n${expected}TERM\n`);
});

test('SIGINT from elsewhere', testPassed, ['SIGINT', false], 'INT\n');
test('SIGINT of the terminal', testPassed, ['SIGINT', true], '');
test('SIGQUIT of the terminal', testPassed, ['SIGQUIT', true], '');
test('SIGQUIT from elsewhere', testPassed, ['SIGQUIT', false], 'QUIT\n');
test('SIGHUP', testPassed, ['SIGHUP', true], 'HUP\n');
