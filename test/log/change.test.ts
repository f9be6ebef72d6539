import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {headerEntry, headerLines, sampleEntry, sampleLine} from './helpers/entries.ts';
import {openTestLog} from './helpers/open.ts';

const goesOn = headerLines('"host":"web-3","continues":true').replace('1763791234.5', '1763791001');
const startsAgain = goesOn.replace('"continues":true', '"continues":false');

const gapOf = (index: number, said: string, lost: number): string =>
	`# gap {"time":${sampleEntry(index).sample.time},"reason":"the log ${said}","lost":${lost}}\n`;

const testChange = test.macro((t, change: (path: string) => void, said: string, expected: string) => {
	const {log, clock, folder, read} = openTestLog(t);
	const path = join(folder, 'memory.log');
	log.write(headerEntry());
	log.write(sampleEntry(1));
	change(path);
	clock.forward(1000);
	log.write(sampleEntry(2));
	log.write(sampleEntry(3));
	const lost = said === 'was deleted' || said === 'was made smaller' ? 1 : 0;
	t.is(read(), expected + (lost === 1 ? gapOf(1, said, 1) : '') + sampleLine(2) + sampleLine(3));
	t.like(log.status(), {state: 'recording', path, samples: 3 - lost, lost});
	t.is(log.status().notice, `${path} ${said}: the recording goes on at that path`);
});

const other = headerLines() + sampleLine(9);

test('deleted', testChange, path => rmSync(path), 'was deleted', goesOn);
test('moved away', testChange, path => renameSync(path, `${path}.1`), 'was moved away', goesOn);
test('emptied', testChange, path => truncateSync(path, 0), 'was made smaller', goesOn);
test(
	'cut in a line',
	testChange,
	path => truncateSync(path, headerLines().length + 5),
	'was made smaller',
	`${headerLines()}\n\n${startsAgain}`,
);
test(
	'replaced by another log',
	testChange,
	path => {
		writeFileSync(`${path}.new`, other);
		renameSync(path, `${path}.old`);
		renameSync(`${path}.new`, path);
	},
	'was replaced',
	`${other}\n\n${startsAgain}`,
);

test('what was moved away keeps its samples', t => {
	const {log, clock, folder, read} = openTestLog(t);
	log.write(headerEntry());
	log.write(sampleEntry(1));
	renameSync(join(folder, 'memory.log'), join(folder, 'old.log'));
	clock.forward(999);
	log.write(sampleEntry(2));
	clock.forward(1);
	log.write(sampleEntry(3));
	t.is(read('old.log'), headerLines() + sampleLine(1) + sampleLine(2));
	t.is(read(), goesOn + sampleLine(3));
});

/** Writes a sample, has the file changed, and writes another before and one after it is looked at again. */
const testLost = test.macro((t, change: (path: string) => void, reason: string, expected: string) => {
	const {log, clock, folder, read} = openTestLog(t);
	log.write(headerEntry());
	log.write(sampleEntry(1));
	clock.forward(1000);
	log.write(sampleEntry(2));
	change(join(folder, 'memory.log'));
	log.write(sampleEntry(3));
	clock.forward(1000);
	log.write(sampleEntry(4));
	const text = expected.replace('1763791001', '1763791002') + gapOf(2, reason, 2) + sampleLine(4);
	t.is(read(), text);
	const begin = /(\n\n)?# memtop 1 .*"continues"/.exec(text)?.index ?? 0;
	t.like(log.status(), {path: join(folder, 'memory.log'), samples: 2, lost: 2});
	t.is(log.status().bytes, (headerLines() + sampleLine(1)).length + text.length - begin);
});

test('samples lost in a deleted log', testLost, path => rmSync(path), 'was deleted', goesOn);
test(
	'samples lost in a log that something was moved over',
	testLost,
	path => {
		writeFileSync(`${path}.new`, other);
		renameSync(`${path}.new`, path);
	},
	'was deleted',
	`${other}\n\n${startsAgain}`,
);
test(
	'samples without a header in an emptied log',
	testLost,
	path => truncateSync(path, 0),
	'was made smaller',
	`${sampleLine(3)}\n\n${startsAgain}`,
);
test(
	'samples behind half a line of a log that was cut',
	testLost,
	path => truncateSync(path, headerLines().length + 5),
	'was made smaller',
	`${headerLines()}${sampleLine(1).slice(0, 5)}${sampleLine(3)}\n\n${startsAgain}`,
);

test('samples lost at the end are told', t => {
	const {log, folder, read} = openTestLog(t);
	log.write(headerEntry());
	log.write(sampleEntry(1));
	rmSync(join(folder, 'memory.log'));
	log.write(sampleEntry(2));
	log.close();
	t.like(log.status(), {samples: 0, lost: 2, bytes: read().length});
	t.regex(read(), /\n# gap .*"reason":"the log was deleted","lost":2\}\n$/);
});

test('a log moved away at the end has no successor', t => {
	const {log, folder} = openTestLog(t);
	log.write(headerEntry());
	log.write(sampleEntry(1));
	renameSync(join(folder, 'memory.log'), join(folder, 'old.log'));
	log.close();
	t.like(log.status(), {samples: 1, lost: 0});
	t.deepEqual(readdirSync(folder), ['old.log']);
});

test('a named file that cannot be opened again is tried again', t => {
	const {log, clock, folder} = openTestLog(t);
	const path = join(folder, 'named.log');
	const named = openTestLog(t, {folder, path});
	log.close();
	named.log.write(headerEntry());
	rmSync(path);
	mkdirSync(path);
	named.clock.forward(1000);
	named.log.write(sampleEntry(1));
	const reason = `expected a regular file for the log, got a directory: ${path}`;
	t.like(named.log.status(), {state: 'failing', reason, lost: 1});
	rmSync(path, {recursive: true});
	named.clock.forward(1000);
	named.log.write(sampleEntry(2));
	t.like(named.log.status(), {state: 'recording', samples: 1, lost: 1});
	const text = readFileSync(path, 'utf8');
	t.regex(text, /^# memtop 1 .*"continues":true\}\n# timestamp .*\n# gap .*"lost":1\}\n1763791237\.000 /);
	t.is(clock.monotonic(), 0);
});

test('a default file that is replaced by a stranger gets another name', t => {
	const {log, clock, folder, read} = openTestLog(t);
	log.write(headerEntry());
	writeFileSync(join(folder, 'new'), 'dear diary\n');
	renameSync(join(folder, 'new'), join(folder, 'memory.log'));
	clock.forward(1000);
	log.write(sampleEntry(1));
	t.is(read(), 'dear diary\n');
	t.is(read('memory-4242.log'), goesOn + sampleLine(1));
	t.like(log.status(), {path: join(folder, 'memory-4242.log')});
	t.regex(log.status().notice ?? '', /^recording to memory-4242\.log: /);
});
