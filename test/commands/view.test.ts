import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import test, {type ExecutionContext, type ThrowsExpectation} from 'ava';
import {type ViewOptions, view} from '../../src/commands/view.ts';
import {LogError} from '../../src/log/errors.ts';
import {CannotGoOnError} from '../../src/model/cannot-go-on-error.ts';
import {UsageError} from '../../src/model/usage-error.ts';
import {plainLog} from '../fixtures/plain-log.ts';
import {createFakeTerminal} from '../helpers/fake-terminal.ts';
import {createFolder} from '../helpers/proc-root.ts';
import {headerOf} from '../recorded/helpers/read.ts';

/** A folder with these logs, and a way to view some of them on a terminal of 100 by 30 cells. */
const open = (t: ExecutionContext, logs: Readonly<Record<string, string>>) => {
	const folder = createFolder(t, logs);
	const terminal = createFakeTerminal(100, 30);
	const {input, output, emulator} = terminal;
	const screen = () => emulator.rows().join('\n');
	return {
		...{folder, written: terminal.written},
		view: (names: readonly string[], options: Partial<ViewOptions> = {}) =>
			view({
				...{files: names.map(name => join(folder, name)), follow: false, align: 'start'},
				capabilities: {isUnicode: true, colours: 256, description: 'xterm-256color', questions: 'none'},
				...{hasDisplay: false, input, output},
				...options,
			}),
		shows: async (expected: RegExp) => {
			for (let turn = 0; turn < 500 && !expected.test(screen()); turn += 1) await setTimeout(10);
			t.regex(screen(), expected);
		},
		press: (keys: string) => void (input as unknown as NodeJS.WritableStream).write(keys),
	};
};

test.serial('a log is shown until it is left', async t => {
	const {view, shows, press} = open(t, {'plainLog.log': plainLog});
	const left = view(['plainLog.log']);
	await shows(/plainLog\.log.*6 samples.*6\.38 MiB/s);
	press('q');
	t.is(await left, 0);
});

test.serial('two logs are compared, by the clock where that is asked', async t => {
	const {view, shows, press} = open(t, {
		'plainLog.log': plainLog,
		'other.log': `${headerOf()}1294926363 4000000 5\n`,
	});
	const left = view(['plainLog.log', 'other.log'], {align: 'clock'});
	await shows(/plainLog\.log.*other\.log/s);
	press('a');
	await shows(/both from their starts/);
	press('q');
	t.is(await left, 0);
});

test.serial('recordings are stepped through', async t => {
	const {view, shows, press} = open(t, {
		'x.log': `${headerOf({name: 'early'})}10 1 2\n\n\n${headerOf()}20 3 4\n`,
	});
	const left = view(['x.log']);
	await shows(/worker/);
	press('[');
	await shows(/early/);
	press(']');
	await shows(/worker/);
	press('\u0003');
	t.is(await left, 0);
});

test.serial('a mark is only on the screen', async t => {
	const {view, shows, press, folder} = open(t, {'plainLog.log': plainLog});
	const left = view(['plainLog.log']);
	await shows(/6 samples/);
	press('k');
	await setTimeout(50);
	press('here\r');
	await shows(/this mark is not kept: a viewed log is not written to/);
	press('q');
	t.is(await left, 0);
	t.is(readFileSync(join(folder, 'plainLog.log'), 'utf8'), plainLog);
});

test.serial('a followed log waits for its first sample', async t => {
	const {view, shows, press, folder} = open(t, {'plainLog.log': ''});
	const left = view(['plainLog.log'], {follow: true});
	await shows(/plainLog\.log/);
	writeFileSync(join(folder, 'plainLog.log'), plainLog);
	await shows(/6 samples/);
	press('q');
	t.is(await left, 0);
});

/** Rows: what is to be viewed, and why that is refused before the terminal is touched. */
const testRefused = test.macro(async (t, names: readonly string[], error: ThrowsExpectation<Error>) => {
	const {view, written} = open(t, {'plainLog.log': plainLog, 'empty.log': ''});
	await t.throwsAsync(view(names), error);
	t.is(written(), '');
});

test.serial('three logs', testRefused, ['plainLog.log', 'plainLog.log', 'plainLog.log'], {
	instanceOf: UsageError,
	message: /^expected one log or two to compare, got 3$/,
});
test.serial('no such log', testRefused, ['none.log'], {
	instanceOf: LogError,
	message: /^expected a recording, got no such file: .*none\.log$/,
});
test.serial('an empty log', testRefused, ['empty.log'], {
	instanceOf: CannotGoOnError,
	message: /^expected a recording with samples, got an empty file: .*empty\.log$/,
});

test.serial('a second log that cannot be read is told when the terminal is itself again', async t => {
	const {view, written} = open(t, {'plainLog.log': plainLog});
	await t.throwsAsync(view(['plainLog.log', 'none.log']), {instanceOf: LogError});
	t.regex(written(), /\?1049h.*\?1049l/s);
});
