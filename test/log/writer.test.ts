import {readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {openLog} from '../../src/log/writer.ts';
import {headerEntry, headerLines, sampleEntry, sampleLine} from './helpers/entries.ts';
import {temporaryFolder} from './helpers/folder.ts';
import {openTestLog} from './helpers/open.ts';

test('a line is in the file once it is written', t => {
	const {log, read} = openTestLog(t);
	log.write(headerEntry());
	log.write(sampleEntry(1));
	t.is(read(), headerLines() + sampleLine(1));
	log.write({type: 'mark', time: 5, details: {label: 'here'}});
	t.true(read().endsWith(`${sampleLine(1)}# mark {"time":5,"label":"here"}\n`));
});

test('the status counts what was written', t => {
	const {log, folder, read} = openTestLog(t);
	const path = join(folder, 'memory.log');
	t.deepEqual(log.status(), {state: 'recording', path, samples: 0, bytes: 0, offset: 0, lost: 0});
	log.write(headerEntry());
	log.write(sampleEntry(1));
	log.write(sampleEntry(2));
	const {length} = read();
	t.deepEqual(log.status(), {state: 'recording', path, samples: 2, bytes: length, offset: length, lost: 0});
});

test('a new file can be read by all and written by its owner', t => {
	const {folder} = openTestLog(t);
	t.is(statSync(join(folder, 'memory.log')).mode & 0o777, 0o644 & ~process.umask());
});

test('a next recording begins behind two blank lines', t => {
	const {log, folder, read} = openTestLog(t);
	log.write(headerEntry());
	log.write(sampleEntry(1));
	log.close();
	const next = openTestLog(t, {folder});
	next.log.write(headerEntry());
	next.log.write(sampleEntry(2));
	t.is(read(), `${headerLines()}${sampleLine(1)}\n\n${headerLines()}${sampleLine(2)}`);
	t.is(next.log.status().bytes, 2 + headerLines().length + sampleLine(2).length);
	t.is(next.log.status().offset, read().length);
});

test('a log that is only opened stays empty', t => {
	const {log, read} = openTestLog(t);
	log.close();
	t.is(read(), '');
});

test('nothing is written after close', t => {
	const {log, read} = openTestLog(t);
	log.write(headerEntry());
	log.close();
	log.write(sampleEntry(1));
	log.pause('late');
	log.flush();
	log.close();
	t.is(read(), headerLines());
});

test('pause cuts the curve once and leaves samples out without losing them', t => {
	const {log, read} = openTestLog(t);
	log.write(headerEntry());
	log.write(sampleEntry(1));
	log.pause();
	log.pause();
	log.write(sampleEntry(2));
	t.like(log.status(), {state: 'paused', samples: 1, lost: 0});
	log.resume();
	log.write(sampleEntry(3));
	t.like(log.status(), {state: 'recording', samples: 2, lost: 0});
	t.is(read(), `${headerLines()}${sampleLine(1)}\n${sampleLine(3)}`);
});

test('pause before a sample leaves no blank line', t => {
	const {log, read} = openTestLog(t);
	log.write(headerEntry());
	log.pause();
	log.resume();
	log.write(sampleEntry(1));
	t.is(read(), headerLines() + sampleLine(1));
});

test('pause tells its reason', t => {
	const {log, clock, read} = openTestLog(t);
	log.write(headerEntry());
	log.write(sampleEntry(1));
	clock.forward(250);
	log.pause('suspended');
	t.like(log.status(), {state: 'paused', reason: 'suspended'});
	t.is(read(), `${headerLines()}${sampleLine(1)}# gap {"time":1763791000.25,"reason":"suspended"}\n\n`);
});

test('in a pause marks are written, gaps are not', t => {
	const {log, read} = openTestLog(t);
	log.write(headerEntry());
	log.pause();
	log.write({type: 'gap', time: 5, details: {}});
	log.write({type: 'break'});
	log.write({type: 'mark', time: 6, details: {}});
	t.is(read(), `${headerLines()}# mark {"time":6}\n`);
});

test('a header in a pause waits for what it is the header of', t => {
	const {log, read} = openTestLog(t);
	const further = headerEntry({continues: true});
	log.write(headerEntry());
	log.write(sampleEntry(1));
	log.pause();
	log.write(further);
	t.is(read(), `${headerLines()}${sampleLine(1)}\n`);
	log.resume();
	log.write(sampleEntry(2));
	const lines = headerLines('"host":"web-3","continues":true');
	t.is(read(), `${headerLines()}${sampleLine(1)}\n${lines}${sampleLine(2)}`);
});

test('another source goes on in the same recording', t => {
	const {log, read} = openTestLog(t);
	log.write(headerEntry());
	log.write(sampleEntry(1));
	log.write(headerEntry({continues: true, interval: 0.01}));
	log.write(sampleEntry(2));
	t.regex(read(), /\n\n# memtop 1 .*"continues":true\}\n# timestamp .*\n1763791237\.000000 2000 .*\n$/);
});

const testTail = test.macro((t, before: string, whole: string) => {
	const folder = temporaryFolder(t);
	writeFileSync(join(folder, 'memory.log'), before);
	const {log, read} = openTestLog(t, {folder});
	t.is(read(), whole);
	log.write(headerEntry());
	t.is(read(), whole === '' ? headerLines() : `${whole}\n\n${headerLines()}`);
	t.is(log.status().notice, undefined);
});

test(
	'half a line is cut off',
	testTail,
	`${headerLines()}${sampleLine(1)}176379`,
	headerLines() + sampleLine(1),
);
test('half a header is cut off', testTail, headerLines().slice(0, 40), '');
test('zeros of a crash are cut off', testTail, `${headerLines()}${'\0'.repeat(4096)}`, headerLines());
test(
	'many zeros of a crash are cut off with half a line',
	testTail,
	`${headerLines()}${sampleLine(1)}1763${'\0'.repeat(200_000)}`,
	headerLines() + sampleLine(1),
);
test('a whole log stays', testTail, headerLines() + sampleLine(1), headerLines() + sampleLine(1));
test('an empty file is fine', testTail, '', '');

const plain = '# made by hand\n1294926363 4433792 11118840\n1294926364\t4433792   11118840\n';

test('a plain log is gone on with when it is named', t => {
	const path = join(temporaryFolder(t), 'plain.log');
	writeFileSync(path, plain);
	const {log} = openTestLog(t, {path});
	log.write(headerEntry());
	t.is(readFileSync(path, 'utf8'), `${plain}\n\n${headerLines()}`);
});

test('a log is opened with the real clock and file system', t => {
	const folder = temporaryFolder(t);
	const log = openLog({folder, pid: 1});
	log.write(headerEntry());
	log.flush();
	log.close();
	t.not(log.status().state, 'unavailable');
	t.is(readFileSync(join(folder, 'memory.log'), 'utf8').length, log.status().bytes);
});
