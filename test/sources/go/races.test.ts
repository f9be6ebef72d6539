import {chmodSync, copyFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {setTimeout} from 'node:timers/promises';
import test from 'ava';
import {goSource} from '../../../src/sources/go/index.ts';
import {startNode} from '../../helpers/child.ts';
import {openAsOther} from '../open-as-other.ts';
import {buildGo} from './helpers/build-go.ts';
import {startGo} from './helpers/go-target.ts';
import {numbersOf, openGoFor, refusedBy, startGoFor} from './helpers/open-go.ts';

test('a program that executes another one is lost', async t => {
	const go = await startGoFor(t, buildGo('stripped'));
	const probe = await openGoFor(t, go.target);
	numbersOf(probe);
	await Promise.race([go.tell('execute /bin/sleep 100'), setTimeout(500)]);
	const {values, lost} = probe.read();
	t.deepEqual(values, {});
	t.is(lost, 'the process executed another program');
});

test('a process that has ended has no numbers, and is not lost', async t => {
	const go = await startGoFor(t, buildGo('stripped'));
	const probe = await openGoFor(t, go.target);
	await go.end();
	const {values, lost, absent} = probe.read();
	t.deepEqual(values, {});
	t.is(lost, undefined);
	t.is(absent?.['go.alloc'], 'the process has ended');
	t.false((await refusedBy(go.target)).applies);
});

test('a program that was deleted while it runs', async t => {
	const path = `${buildGo('stripped')}-deleted`;
	copyFileSync(buildGo('stripped'), path);
	const go = await startGoFor(t, path);
	rmSync(path);
	t.true(numbersOf(await openGoFor(t, go.target)).alloc >= 0);
});

test('a program that was replaced while it runs', async t => {
	const path = `${buildGo('stripped')}-replaced`;
	copyFileSync(buildGo('stripped'), path);
	const go = await startGoFor(t, path);
	writeFileSync(`${path}-new`, '#!/bin/sh\n');
	renameSync(`${path}-new`, path);
	t.true(numbersOf(await openGoFor(t, go.target)).alloc >= 0);
});

test('death at any moment leaves no exception', async t => {
	for (let delay = 0; delay < 20; delay += 1) {
		const go = await startGo(buildGo('stripped'));
		const opening = goSource.open(go.target);
		await setTimeout(delay);
		const ending = go.end();
		const opened = await opening;
		if (opened.refused === undefined) {
			opened.read();
			await ending;
			t.deepEqual(opened.read().values, {});
			opened.close();
		}
		await ending;
	}
	t.pass();
});

test('a process that runs no Go program', async t => {
	const {pid} = await startNode(t, 'console.log(1); setInterval(() => {}, 1000)');
	t.deepEqual(await refusedBy({pid, name: 'node'}), {refused: 'no Go program', applies: false});
});

test('another process by now', async t => {
	const go = await startGoFor(t, buildGo('stripped'));
	const {refused, applies} = await refusedBy({...go.target, startTime: 1});
	t.regex(refused, /has ended, and another has its pid/);
	t.false(applies);
});

test('a process whose memory this user may not read', async t => {
	const path = buildGo('stripped');
	chmodSync(path, 0o755);
	const go = await startGoFor(t, path);
	await go.tell('hide');
	t.deepEqual(await openAsOther('go', go.target.pid), {
		refused: process.getuid?.() === 0 ? 'another user runs it' : 'the system does not let its memory be read',
		applies: true,
		help: process.getuid?.() === 0 ? 'run memtop as that user or with sudo' : 'run memtop with sudo',
	});
});
