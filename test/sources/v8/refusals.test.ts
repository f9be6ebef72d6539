import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {text} from 'node:stream/consumers';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import type {Refusal} from '../../../src/sources/source.ts';
import {startChild} from '../../helpers/child.ts';
import {refusedBy, startNodeFor} from './helpers/open-v8.ts';

test('a process without V8', async t => {
	const {pid} = startChild(t, 'sleep', ['1000']);
	t.deepEqual(await refusedBy({pid, name: 'sleep'}), {
		refused: 'no heap of V8 in its memory',
		applies: false,
	});
});

test('no process at all', async t => {
	t.like(await refusedBy({pid: 2 ** 22 + 1, name: 'nobody'}), {applies: false});
});

test('a Node process of another user', async t => {
	const {target} = await startNodeFor(t, 22);
	const opened = await openAsOther(target.pid);
	const isOther = process.getuid?.() === 0;
	// Its own user may read it, or is told what keeps it from that.
	t.true(isOther || opened.refused === undefined || opened.applies === true);
	const told = {
		refused: 'another user runs it',
		applies: true,
		help: 'run memtop as that user or with sudo',
	};
	if (isOther) t.deepEqual(opened, told);
});

test('a process of another user that is no Node', async t => {
	const {pid} = startChild(t, 'sleep', ['1000']);
	t.false((await openAsOther(pid)).applies === true);
});

// What a process without privileges is told; this one when it has none itself.
const openAsOther = async (pid: number): Promise<Partial<Refusal>> => {
	const script = fileURLToPath(new URL('helpers/open-by-pid.ts', import.meta.url));
	const user = process.getuid?.() === 0 ? {uid: 65_534, gid: 65_534} : {};
	const child = spawn(process.execPath, ['--import=tsx', script, String(pid)], {
		...user,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
	return JSON.parse(output);
};
