import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import type {Entry} from '../../src/model/entry.ts';
import {headerEntry, sampleEntry} from './helpers/entries.ts';
import {openTestLog} from './helpers/open.ts';

/** What gnuplot finds in a log of these entries: samples, cuts of the curve, recordings. */
const count = (t: ExecutionContext, entries: readonly Entry[]): string => {
	const {log, folder} = openTestLog(t);
	for (const entry of entries) log.write(entry);
	log.close();
	const script = `set print '-'; stats '${join(folder, 'memory.log')}' using 2 nooutput; print STATS_records, STATS_blank, STATS_blocks`;
	return execFileSync('gnuplot', ['-d', '-e', script], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});
};

const testCount = test.macro((t, entries: readonly Entry[], expected: string) => {
	t.is(count(t, entries).trim(), expected);
});

const header = headerEntry();
const [first, second] = [sampleEntry(1), sampleEntry(2)];
const gap: Entry = {type: 'gap', time: 5, details: {reason: 'late'}};
const cut: Entry = {type: 'break'};

test('samples', testCount, [header, first, second], '2 0 1');
test('a gap', testCount, [header, first, gap, cut, second], '2 1 1');
test('a gap in a break', testCount, [header, first, cut, gap, cut, second], '2 1 1');
test('another source', testCount, [header, first, headerEntry({continues: true}), second], '2 1 1');
test('two recordings', testCount, [header, first, header, second], '2 2 2');
test('a break before the next recording', testCount, [header, first, cut, header, second], '2 2 2');
test('a recording without a sample', testCount, [header, first, header, header, second], '2 2 2');
