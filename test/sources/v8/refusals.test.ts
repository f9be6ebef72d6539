import test from 'ava';
import {startChild} from '../../helpers/child.ts';
import {openAsOther} from '../open-as-other.ts';
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
	const opened = await openAsOther('v8', target.pid);
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
	t.false((await openAsOther('v8', pid)).applies === true);
});
