import test from 'ava';
import {runMemtop, showMemtop} from '../helpers/memtop.ts';
import {notes, sampleRows} from '../helpers/recorded.ts';
import {startJavaFor} from '../sources/jvm/helpers/open-jvm.ts';

const mebibyte = 1024 ** 2;
const options = ['-XX:+UseG1GC', '-Xms64m', '-Xmx256m'];

test('a JVM is recorded by its own heap', async t => {
	const java = await startJavaFor(t, options);
	await java.tell(`allocate ${20 * mebibyte} 10000`);
	const args = ['record', '-p', java.target.pid, '-d', 0.1, '-n', 10, '-o', '-'];
	const {status, stdout} = await runMemtop(t, args);
	t.is(status, 0);
	t.like(notes(stdout, 'memtop 1')[0], {name: 'java', source: 'jvm'});
	t.regex(stdout, /^# timestamp in_use system rss .*\byoung_collections full_collections gc_pauses\b.*$/m);
	const {inUse, system} = sampleRows(stdout).at(-1) ?? {inUse: Number.NaN, system: Number.NaN};
	const report = await java.report();
	t.true(inUse > 20 * mebibyte && inUse <= report.used);
	t.is(system, report.committed);
});

test('the screen tells of the JVM, its collector and where its heap goes', async t => {
	const java = await startJavaFor(t, options);
	const memtop = await showMemtop(t, ['-d', 0.1, '-p', java.target.pid], {columns: 120, rows: 50});
	await memtop.shows(/^ memtop {2}java · pid \d+ · up \S+ · OpenJDK \d[\d.]* · G1 /);
	for (const label of ['heap used', 'committed', 'free, young', 'free, old', 'max heap', 'young GCs']) {
		await memtop.shows(label);
	}
	memtop.type('q');
	t.is(await memtop.exited(), 0);
});

test('a JVM without counters is watched by its RSS, and it is said why', async t => {
	const java = await startJavaFor(t, ['-XX:-UsePerfData', '-Xmx64m']);
	const memtop = await showMemtop(t, ['-d', 0.1, '-p', java.target.pid]);
	await memtop.shows(/it publishes no counters of its heap/);
	memtop.type('q');
	t.is(await memtop.exited(), 0);
});
