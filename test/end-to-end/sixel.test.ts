import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import {colours} from '../../src/plot/layout.ts';
import {plainLog} from '../fixtures/plain-log.ts';
import {countPixels} from '../helpers/framebuffer.ts';
import {memtopFile} from '../helpers/memtop.ts';
import {createFolder} from '../helpers/proc-root.ts';
import {sampleCount} from '../helpers/recorded.ts';
import {startTarget} from '../helpers/target.ts';
import {openInXterm, type XtermProgram} from '../helpers/xterm.ts';

/** A memtop in a sixel xterm, in a folder of its own, on a process that has allocated something. */
const watchInXterm = async (t: ExecutionContext): Promise<XtermProgram & {readonly folder: string}> => {
	const target = await startTarget(t);
	const folder = createFolder(t, {});
	const args = [memtopFile, '--source', 'os', '-p', String(target.pid), '-d', '0.1'];
	const memtop = await openInXterm({program: process.execPath, args, folder});
	t.teardown(async () => {
		memtop.signal('SIGKILL');
		await memtop.exited();
		await memtop.close();
	});
	await memtop.waitUntil(() => sampleCount(folder) >= 5, 'some samples');
	await target.allocate(2 ** 26);
	await memtop.waitUntil(() => sampleCount(folder) >= 10, 'more samples');
	return {...memtop, folder};
};

/** Pixels of the window that have the colours of the two curves. */
const curvePixels = ({picture}: XtermProgram): readonly number[] =>
	[colours.inUse, colours.system].map(colour => countPixels(picture(), colour, 8));

/** Resolves once both curves are seen, or neither; the screen of the emulator may be ahead of the window's. */
const curvesAre = async (memtop: XtermProgram, areSeen: boolean): Promise<readonly number[]> => {
	for (let attempt = 0; ; attempt += 1) {
		const pixels = curvePixels(memtop);
		if (pixels.every(count => (areSeen ? count > 500 : count < 10)) || attempt === 50) return pixels;
		await setTimeout(100);
	}
};

test('g shows the picture in a terminal with sixels until a key is pressed, and the recording goes on', async t => {
	const memtop = await watchInXterm(t);
	memtop.type('g');
	await memtop.shows('any key returns');
	const seen = await curvesAre(memtop, true);
	t.true(
		seen.every(count => count > 500),
		`pixels of the curves: ${seen}`,
	);
	const before = sampleCount(memtop.folder);
	await memtop.waitUntil(() => sampleCount(memtop.folder) >= before + 5, 'the recording to go on');
	t.true(memtop.rows().at(-1)?.includes('any key returns'));
	memtop.type('q');
	await memtop.shows(/q quit|shown here/);
	t.true((await curvesAre(memtop, false)).every(count => count < 10));
	await memtop.shows('In use');
	memtop.type('qq');
	t.is(await memtop.exited(), 0);
});

test('another size draws the picture again for it', async t => {
	const memtop = await watchInXterm(t);
	memtop.type('g');
	await memtop.shows('any key returns');
	memtop.resize(80, 24);
	const helps = () => memtop.output().split('any key returns').length - 1;
	await memtop.waitUntil(() => helps() === 2, 'the picture to be shown again');
	const sizes = [...memtop.output().matchAll(/"1;1;(\d+);(\d+)/g)].map(([, width, height]) => [
		width,
		height,
	]);
	t.is(sizes.length, 2);
	t.notDeepEqual(sizes[0], sizes[1]);
	memtop.type(' ');
	await memtop.shows('shown here');
});

test('a signal while the picture is shown gives the terminal back', async t => {
	const memtop = await watchInXterm(t);
	memtop.type('g');
	await memtop.shows('any key returns');
	memtop.signal('SIGTERM');
	t.is(await memtop.exited(), 143);
	await memtop.waitUntil(
		() => !memtop.isAlternate() && memtop.isCursorShown(),
		'the terminal to be given back',
	);
	t.true((await curvesAre(memtop, false)).every(count => count < 10));
});

// A terminal that its only program leaves may lose what was not read of it: a shell stays, as it does for anyone.
const shell = ['-c', '"$0" "$@"; echo "status $?"; read line'];

test('memtop plot writes the picture among the lines of such a terminal, and no file', async t => {
	const folder = createFolder(t, {'memory.log': plainLog});
	const args = [...shell, process.execPath, memtopFile, 'plot'];
	const memtop = await openInXterm({program: '/bin/sh', args, folder});
	t.teardown(async () => {
		memtop.signal('SIGKILL');
		await memtop.exited();
		await memtop.close();
	});
	await memtop.shows('status 0');
	t.true((await curvesAre(memtop, true)).every(count => count > 500));
	t.false(memtop.isAlternate());
	t.is(memtop.rows().join('').trim(), 'status 0');
	t.false(existsSync(join(folder, 'memory.png')));
});
