import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {headerOf} from '../../src/session/header.ts';
import {openRecording} from '../../src/session/recording.ts';
import {plainSource} from '../fixtures/source.ts';
import {firstTime, sampledAt, target} from '../fixtures/watch.ts';
import {handClock} from '../sampler/hand-clock.ts';

/** A recording of one sample, in a folder of its own. */
const recorded = (t: ExecutionContext, isOn: boolean) => {
	const folder = mkdtempSync(join(tmpdir(), 'memtop-marks-'));
	t.teardown(() => rmSync(folder, {recursive: true, force: true}));
	const {clock} = handClock();
	const recording = openRecording({folder, guard: false, isOn, withCommand: false}, target.pid, clock);
	t.teardown(recording.close);
	const facts = {target, source: plainSource, interval: 1, recorded: firstTime};
	recording.write(headerOf({...facts, withCommand: false, continues: false}));
	recording.write({type: 'sample', sample: sampledAt(0, {'os.rss': 1, 'os.virt': 2}).sample});
	const path = join(folder, 'memory.log');
	return {recording, hasLog: () => existsSync(path), log: () => readFileSync(path, 'utf8')};
};

test('a mark is in the log while that is written, whatever its time', t => {
	const {recording, log} = recorded(t, true);
	const before = log();
	t.true(recording.mark(firstTime - 5.25, 'before "deploy"'));
	t.is(log(), `${before}# mark {"time":${firstTime - 5.25},"text":"before \\"deploy\\""}\n`);
});

test('no mark goes into a recording that is switched off', t => {
	const {recording, log} = recorded(t, true);
	recording.pause('switched off');
	const before = log();
	t.false(recording.mark(firstTime, 'unseen'));
	t.is(log(), before);
});

test('no log is made for a mark', t => {
	const {recording, hasLog} = recorded(t, false);
	t.false(recording.mark(firstTime, ''));
	t.false(hasLog());
});
