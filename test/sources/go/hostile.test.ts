import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {findSymbol} from '../../../src/platform/linux/elf/symbol.ts';
import {holdBytes} from '../../../src/platform/linux/held-bytes.ts';
import {readProgram} from '../../../src/sources/go/program.ts';
import {controllerPart, plainTotals} from '../../fuzz/images/go-memory.ts';
import {type Changes, goProgram} from '../../fuzz/images/go-program.ts';
import {buildGo} from './helpers/build-go.ts';
import {numbersOf, openGoFor, refusedBy, startGoFor} from './helpers/open-go.ts';

const mebibyte = 1024 ** 2;

// A process of a program that is none of Go's, but has all that is looked for in one.
const startForged = async (t: ExecutionContext, changes: Changes): Promise<number> => {
	const folder = mkdtempSync(join(tmpdir(), 'memtop-test-'));
	t.teardown(() => rmSync(folder, {recursive: true}));
	const path = join(folder, 'forged');
	writeFileSync(path, goProgram(changes).bytes, {mode: 0o755});
	const child = spawn(path, {stdio: 'ignore'});
	t.teardown(() => child.kill('SIGKILL'));
	await once(child, 'spawn');
	return child.pid ?? Number.NaN;
};

const testForged = async (t: ExecutionContext, changes: Changes) => {
	const pid = await startForged(t, changes);
	t.true((await refusedBy({pid, name: 'forged'})).applies);
};

test('a heap smaller than a runtime has is refused', testForged, {
	controller: controllerPart({
		...plainTotals,
		heapInUse: 8192,
		heapFree: 0,
		heapReleased: 0,
		totalFree: 49_999_000,
	}),
});
test('more than its address space is refused', testForged, {
	controller: controllerPart({...plainTotals, mappedReady: 2 ** 40}),
});
test('more in use than in the heap is refused', testForged, {
	controller: controllerPart({...plainTotals, totalAlloc: 2 ** 45}),
});
test('more freed than allocated is refused', testForged, {
	controller: controllerPart({...plainTotals, totalFree: 2 ** 45}),
});
test('an absurd table of functions is refused', testForged, {
	table: {bytes: Buffer.alloc(4096, 0xf1ffffff), fields: []},
});

test('what looks like the totals elsewhere in its data is not read', async t => {
	const go = await startGoFor(t, buildGo('plain'));
	await go.tell('lie');
	await go.tell(`allocate ${10 * mebibyte} 4096`);
	await go.tell('collect');
	const {alloc} = numbersOf(await openGoFor(t, go.target));
	t.true(alloc > 10 * mebibyte);
});

test('ways that disagree are not believed', async t => {
	const path = `${buildGo('plain')}-forged`;
	copyFileSync(buildGo('plain'), path);
	await forgeSymbol(path, 'runtime.gcController', 'main.decoy');
	chmodSync(path, 0o755);
	const go = await startGoFor(t, path);
	await go.tell('lie');
	t.deepEqual(await refusedBy(go.target), {
		refused: 'the ways to find the totals of its runtime disagree',
		applies: true,
	});
});

// Gives one symbol the address of another, in the file.
const forgeSymbol = async (path: string, name: string, other: string): Promise<void> => {
	const file = await holdBytes(path);
	const program = await readProgram(file);
	if (typeof program === 'string') throw new Error(program);
	const from = await findSymbol(file, program.sections, name);
	const to = await findSymbol(file, program.sections, other);
	file.close();
	const bytes = readFileSync(path);
	const [old, forged] = [from, to].map(address => {
		const word = Buffer.alloc(8);
		word.writeBigUInt64LE(BigInt(address ?? 0));
		return word;
	});
	const table = program.sections.find(({type}) => type === 2);
	const at = bytes.indexOf(old ?? '', table?.offset);
	forged?.copy(bytes, at);
	writeFileSync(path, bytes);
};
