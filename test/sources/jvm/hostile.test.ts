import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import test, {type ExecutionContext} from 'ava';
import {hsperfdataPart, serialCounters} from '../../fuzz/images/hsperfdata.ts';
import {startChild} from '../../helpers/child.ts';
import {createFolder} from '../../helpers/proc-root.ts';
import {openJvmFor, refusedBy} from './helpers/open-jvm.ts';

const mebibyte = 1024 ** 2;
const script = fileURLToPath(new URL('programs/pretend.py', import.meta.url));

/** Starts a process that pretends to be a JVM with this file of counters. */
const startPretender = async (t: ExecutionContext, bytes: Buffer) => {
	const folder = createFolder(t, {image: bytes});
	const child = startChild(t, 'python3', [script, folder, join(folder, 'image')]);
	await child.line();
	const tell = (command: string): Promise<string> => {
		child.send(command);
		return child.line();
	};
	return {target: {pid: child.pid, name: 'java'}, tell};
};

// Its heap fits into what it has mapped, so that there is nothing to contradict.
const small = Object.fromEntries(
	Object.entries(serialCounters).map(([name, value]) => [
		name,
		typeof value === 'number' && value >= mebibyte && /apacity|used/.test(name) ? value / 16 : value,
	]),
);

test('counters that are cut while they are mapped are lost, and memtop is not', async t => {
	const {target, tell} = await startPretender(t, hsperfdataPart(small).bytes);
	const probe = await openJvmFor(t, target);
	t.is(probe.read().values['jvm.used'], (20 * mebibyte) / 16);
	await tell('cut');
	const {values, lost} = probe.read();
	t.deepEqual(values, {});
	t.is(lost, 'the counters of the JVM are gone');
	t.like(await refusedBy(target), {applies: true});
});

test('counters that turn into anything give no numbers', async t => {
	const {bytes, fields} = hsperfdataPart(small);
	const {target, tell} = await startPretender(t, bytes);
	const probe = await openJvmFor(t, target);
	const offsetOf = (name: string): number => fields.find(field => field.name === name)?.offset ?? Number.NaN;
	for (const value of ['ffffffffffffffff', '0000000000000080', 'ffffffffffff1f00']) {
		await tell(`write ${offsetOf('sun.gc.generation.1.space.0.used')} ${value}`);
		t.deepEqual(probe.read().values, {});
	}
	await tell('write 7 00');
	t.is(probe.read().absent?.['jvm.used'], 'the JVM has closed its counters');
});

const testRefused = async (t: ExecutionContext, bytes: Buffer, expected: RegExp) => {
	const {target} = await startPretender(t, bytes);
	const {refused, applies} = await refusedBy(target);
	t.regex(refused, expected);
	t.true(applies);
};

test('a file of zeros', testRefused, Buffer.alloc(32_768), /no such file/);
test('a file of 2 MiB', testRefused, Buffer.alloc(2 * mebibyte), /publishes no counters/);
test(
	'a file whose entries go round in a circle',
	testRefused,
	(() => {
		const {bytes} = hsperfdataPart(small);
		bytes.writeInt32LE(0, 32);
		return bytes;
	})(),
	/contradict/,
);
