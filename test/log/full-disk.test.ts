import {appendFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {type LogFiles, systemFiles} from '../../src/log/files.ts';
import type {Log, LogStatus} from '../../src/log/writer.ts';
import type {Entry} from '../../src/model/entry.ts';
import {headerEntry, headerLines, sampleEntry, sampleLine} from './helpers/entries.ts';
import {openTestLog} from './helpers/open.ts';
import {fullAfter, smallDisk, systemError} from './helpers/small-disk.ts';

/** Writes samples until one is lost, and returns how many were not. */
const fill = (log: Log): number => {
	for (let index = 1; log.status().lost === 0 && index < 10_000; index += 1) log.write(sampleEntry(index));
	return log.status().samples;
};

const sampleLines = (count: number): string =>
	Array.from({length: count}, (_, index) => sampleLine(index + 1)).join('');

test('a disk that is full leaves whole lines', t => {
	const {folder, files} = smallDisk(t);
	const {log, read} = openTestLog(t, {folder, files});
	log.write(headerEntry());
	const count = fill(log);
	t.true(count > 100);
	t.is(read(), headerLines() + sampleLines(count));
	t.like(log.status(), {state: 'failing', samples: count, lost: 1, bytes: read().length});
	t.regex(log.status().reason ?? '', /^(no room for a whole line|a full disk)$/);
});

test('a disk that has room again gets the gap and goes on', t => {
	const {folder, files, isReal} = smallDisk(t);
	writeFileSync(join(folder, 'filler'), Buffer.alloc(isReal ? 8192 : 0));
	let room = fullAfter(4096);
	const {log, clock, read} = openTestLog(t, {
		folder,
		files: isReal ? files : {...files, write: (...parameters) => room.write(...parameters)},
	});
	log.write(headerEntry());
	const count = fill(log);
	log.write(sampleEntry(count + 2));
	clock.forward(1000);
	log.write(sampleEntry(count + 3));
	t.like(log.status(), {state: 'failing', samples: count, lost: 3});
	rmSync(join(folder, 'filler'));
	room = systemFiles;
	clock.forward(1000);
	log.write(sampleEntry(count + 4));
	const {time} = sampleEntry(count + 1).sample;
	const gap = read().slice((headerLines() + sampleLines(count)).length);
	t.regex(gap, new RegExp(`^# gap {"time":${time},"reason":".*","lost":3}\n\n${sampleLine(count + 4)}$`));
	t.like(log.status(), {state: 'recording', samples: count + 1, lost: 3, bytes: read().length});
	t.is(log.status().reason, undefined);
});

/** A disk whose next writes do as told: take that many bytes, or fail with a code. */
const disk = (...answers: readonly (number | string)[]): LogFiles => {
	const left = [...answers];
	return {
		...systemFiles,
		write: (descriptor, bytes) => {
			const answer = left.shift() ?? bytes.length;
			if (typeof answer === 'string') throw systemError(answer);
			return systemFiles.write(descriptor, bytes.subarray(0, answer));
		},
	};
};

const all = Number.POSITIVE_INFINITY;

const record = (
	entries: readonly (Entry | number)[],
	log: Log,
	forward: (milliseconds: number) => void,
): void => {
	for (const entry of entries) {
		if (typeof entry === 'number') forward(entry);
		else log.write(entry);
	}
};

const testDisk = test.macro(
	(t, answers: readonly (number | string)[], entries: readonly (Entry | number)[], expected: string) => {
		const {log, clock, read} = openTestLog(t, {files: disk(...answers)});
		record(entries, log, clock.forward);
		t.is(read(), expected);
		t.is(log.status().bytes, expected.length);
	},
);

const header = headerEntry();
const [first, second, third] = [sampleEntry(1), sampleEntry(2), sampleEntry(3)];
const mark: Entry = {type: 'mark', time: 5, details: {}};
const gapLine = (reason: string, lost: number): string =>
	`# gap {"time":${second.sample.time},"reason":"${reason}","lost":${lost}}\n`;

test(
	'a short write is cut off',
	testDisk,
	[all, all, 10],
	[header, first, second],
	headerLines() + sampleLine(1),
);
test(
	'nothing is tried for a second',
	testDisk,
	[all, all, 'EIO'],
	[header, first, second, 999, third],
	headerLines() + sampleLine(1),
);
test(
	'then the gap comes first',
	testDisk,
	[all, all, 'EIO'],
	[header, first, second, 1000, third],
	`${headerLines()}${sampleLine(1)}${gapLine('an input or output error of the disk', 1)}\n${sampleLine(3)}`,
);
test(
	'a gap that does not fit is cut off with its sample',
	testDisk,
	[all, all, 10, 70],
	[header, first, second, 1000, third],
	headerLines() + sampleLine(1),
);
test(
	'a header that was lost comes first',
	testDisk,
	['ENOSPC'],
	[header, second, 1000, third],
	`${headerLines()}${gapLine('a full disk', 1)}${sampleLine(3)}`,
);
test(
	'notes that were lost come after the gap',
	testDisk,
	[all, all, 'EDQUOT'],
	[header, first, second, mark, 1000, third],
	`${headerLines()}${sampleLine(1)}${gapLine('a full disk quota', 1)}\n# mark {"time":5}\n${sampleLine(3)}`,
);
test(
	'a lost break still cuts the curve',
	testDisk,
	[all, all, 'EIO'],
	[header, first, {type: 'break'}, 1000, third],
	`${headerLines()}${sampleLine(1)}\n${sampleLine(3)}`,
);

test('what is owed is written at the end if it can be', t => {
	const {log, read} = openTestLog(t, {files: disk(all, all, 'ENOSPC')});
	record([header, first, second, mark], log, () => {});
	log.close();
	t.is(read(), `${headerLines()}${sampleLine(1)}${gapLine('a full disk', 1)}\n# mark {"time":5}\n`);
});

test('the file of another writer is not cut', t => {
	const {folder, ...opened} = openTestLog(t, {
		files: {
			...disk(all, all, 10),
			truncate: () => t.fail(),
		},
	});
	record([header, first], opened.log, () => {});
	appendFileSync(join(folder, 'memory.log'), '# not mine\n');
	record([second, 1000, third], opened.log, opened.clock.forward);
	const text = `${headerLines()}${sampleLine(1)}# not mine\n${sampleLine(2).slice(0, 10)}\n`;
	t.is(opened.read(), `${text}${gapLine('no room for a whole line', 1)}\n${sampleLine(3)}`);
});

const testFlush = test.macro((t, code: string, expected: Partial<LogStatus>) => {
	const sync = () => {
		throw systemError(code);
	};
	const {log} = openTestLog(t, {files: {...systemFiles, sync}});
	log.write(header);
	log.flush();
	t.like(log.status(), expected);
});

test('a flush that fails is told', testFlush, 'EIO', {
	state: 'failing',
	reason: 'an input or output error of the disk',
});
test('a disk without flushing is fine', testFlush, 'EINVAL', {state: 'recording'});

const testGuard = test.macro((t, blocks: number, free: readonly number[], expected: readonly boolean[]) => {
	let bavail = 1e9;
	const files = {...systemFiles, statfs: () => ({...systemFiles.statfs('/'), bsize: 1e6, blocks, bavail})};
	const {log, clock, read} = openTestLog(t, {files, guard: true});
	log.write(header);
	const recorded = free.map((megabytes, index) => {
		bavail = megabytes;
		clock.forward(1000);
		log.write(sampleEntry(index));
		t.is(log.status().state === 'recording', read().endsWith(sampleLine(index)));
		return log.status().state === 'recording';
	});
	t.deepEqual(recorded, expected);
});

test(
	'a big disk keeps 100 MB',
	testGuard,
	1e6,
	[100, 99, 101, 199, 200, 101],
	[true, false, false, false, true, true],
);
test(
	'a small disk keeps 1 %',
	testGuard,
	1000,
	[10, 9, 19, 20, 10, 9],
	[true, false, false, true, true, false],
);
test('a disk without a size is not guarded', testGuard, 0, [0, 0], [true, true]);

test('the guard says what it waits for and counts', t => {
	const files = {
		...systemFiles,
		statfs: () => ({...systemFiles.statfs('/'), bsize: 1_048_576, blocks: 1000, bavail: 5}),
	};
	const {log, read} = openTestLog(t, {files, guard: true});
	record([header, first, second], log, () => {});
	t.is(read(), '');
	t.like(log.status(), {
		state: 'failing',
		lost: 2,
		reason: 'only 5.00 MiB free on the disk, it goes on above 20.0 MiB',
	});
});

test('the disk is asked once a second', t => {
	let asked = 0;
	const statfs: LogFiles['statfs'] = path => {
		asked += 1;
		return systemFiles.statfs(path);
	};
	const {log, clock} = openTestLog(t, {files: {...systemFiles, statfs}, guard: true});
	log.write(header);
	for (let index = 0; index < 25; index += 1) {
		clock.forward(100);
		log.write(sampleEntry(index));
	}
	t.is(asked, 3);
});
