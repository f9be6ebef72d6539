import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import {PNG} from 'pngjs';
import {plainLog} from '../fixtures/plain-log.ts';
import {textsOf} from '../plot/xml.ts';
import {assertMade, cli, environmentOf, folderWith, plot} from './plot-in-folder.ts';

const signatures = {png: '\u0089PNG\r\n', svg: '<!-- drawn by memtop -->\n<svg ', pdf: '%PDF-1.'};

const testFormat = (t: ExecutionContext, name: string, format: keyof typeof signatures) => {
	const folder = folderWith();
	const {status, stdout, stderr} = plot(folder, ['-o', name]);
	t.deepEqual([status, stdout.toString(), stderr], [0, `${name}\n`, '']);
	t.true(readFileSync(join(folder, name), 'latin1').startsWith(signatures[format]));
	assertMade(t, folder, [name]);
};

test('a PNG', testFormat, 'x.png', 'png');
test('an SVG', testFormat, 'x.svg', 'svg');
test('a PDF', testFormat, 'x.pdf', 'pdf');
test('a name in capitals', testFormat, 'X.PNG', 'png');

test('without a name it has that of the log, and the size asked for', t => {
	const folder = folderWith();
	const {status, stdout} = plot(folder, ['--size', '640x480']);
	t.deepEqual([status, stdout.toString()], [0, 'memory.png\n']);
	const {width, height} = PNG.sync.read(readFileSync(join(folder, 'memory.png')));
	t.deepEqual([width, height], [640, 480]);
	assertMade(t, folder, ['memory.png']);
});

test('a log elsewhere leaves its picture in the current folder', t => {
	const folder = folderWith();
	mkdirSync(join(folder, 'elsewhere'));
	writeFileSync(join(folder, 'elsewhere/ten.log'), plainLog);
	t.is(plot(folder, ['elsewhere/ten.log', '--size', '640x480']).stdout.toString(), 'ten.png\n');
	t.is(plot(folder, ['elsewhere/ten.log', '--format', 'svg']).stdout.toString(), 'ten.svg\n');
	assertMade(t, folder, ['elsewhere', 'ten.png', 'ten.svg']);
	t.deepEqual(readdirSync(join(folder, 'elsewhere')), ['ten.log']);
});

test('a file of another ending has the format that is asked for', t => {
	const folder = folderWith();
	t.is(plot(folder, ['-o', 'x.drawn', '--format', 'svg']).stdout.toString(), 'x.drawn\n');
	t.true(readFileSync(join(folder, 'x.drawn'), 'utf8').startsWith(signatures.svg));
});

test('standard output', t => {
	const folder = folderWith();
	const {status, stdout, stderr} = plot(folder, ['-o', '-', '--terminal', 'png']);
	t.deepEqual([status, stderr], [0, '']);
	t.is(PNG.sync.read(stdout).width, 1920);
	t.true(textsOf(plot(folder, ['-o', '-', '--format', 'svg']).stdout.toString()).includes('memory.log'));
	assertMade(t, folder, []);
});

test('a picture is replaced, whatever drew it', t => {
	const folder = folderWith();
	writeFileSync(join(folder, 'x.png'), '<?xml version="1.0"?>\n<!-- Inkscape -->\n<svg/>');
	t.is(plot(folder, ['-o', 'x.png']).status, 0);
	t.is(PNG.sync.read(readFileSync(join(folder, 'x.png'))).width, 1920);
});

const testKept = (t: ExecutionContext, make: (path: string) => void, got: string) => {
	const folder = folderWith();
	make(join(folder, 'x.png'));
	const {status, stderr} = plot(folder, ['-o', 'x.png']);
	t.deepEqual(
		[status, stderr],
		[1, `memtop: expected a picture to replace, or nothing, got ${got}: x.png\n`],
	);
	assertMade(t, folder, ['x.png']);
};

test('another file is kept', testKept, path => writeFileSync(path, 'a letter'), 'a file that is none');
test('a folder is kept', testKept, path => mkdirSync(path), 'no regular file');
test('a link is not followed', testKept, path => symlinkSync('/dev/null', path), 'no regular file');

/** Puts a program in the place of gnuplot, if there is a text for one. */
const withGnuplot = (folder: string, text: string): void => {
	mkdirSync(join(folder, 'bin'));
	writeFileSync(join(folder, 'bin/gnuplot'), text);
	chmodSync(join(folder, 'bin/gnuplot'), 0o755);
};

const withoutGnuplot = {PATH: '/nowhere'};

test('without gnuplot an SVG can still be asked for', t => {
	const folder = folderWith();
	t.deepEqual(plot(folder, ['-o', 'x.svg'], withoutGnuplot).stdout.toString(), 'x.svg\n');
	const {status, stdout, stderr} = plot(folder, [], withoutGnuplot);
	t.deepEqual([status, stdout.toString()], [0, 'memory.svg\n']);
	t.regex(stderr, /apt-get install gnuplot-nox/);
	assertMade(t, folder, ['x.svg', 'memory.svg']);
});

test('anything else says what to install', t => {
	const folder = folderWith();
	const {status, stderr} = plot(folder, ['-o', 'x.png'], withoutGnuplot);
	t.is(status, 1);
	t.regex(stderr, /^memtop: expected gnuplot for a PNG, got none: for gnuplot: apt-get install .*\n$/);
	assertMade(t, folder, []);
});

test('a gnuplot that fails', t => {
	const folder = folderWith();
	withGnuplot(
		folder,
		'#!/bin/sh\ncase "$*" in *-e*) printf \'< pngcairo >\\n5.4\\n\' >&2; exit;; esac\necho bad luck >&2; exit 3\n',
	);
	const {status, stderr} = plot(folder, ['-o', 'x.png']);
	t.deepEqual([status, stderr], [1, 'memtop: gnuplot failed: bad luck\n']);
	assertMade(t, folder, []);
});

test('C-c while gnuplot draws leaves nothing behind', async t => {
	const folder = folderWith();
	withGnuplot(
		folder,
		`#!/bin/sh\ncase "$*" in *-e*) printf '< pngcairo >\\n5.4\\n' >&2; exit;; esac\necho $$ > '${folder}/bin/part' && mv '${folder}/bin/part' '${folder}/bin/pid'\nwhile :; do :; done\n`,
	);
	const child = spawn(process.execPath, [...cli, 'plot', '-o', 'x.png'], {
		cwd: folder,
		env: environmentOf(folder),
	});
	while (!existsSync(join(folder, 'bin/pid'))) await sleep(10);
	child.kill('SIGINT');
	t.deepEqual(await once(child, 'exit'), [130, null]);
	const gnuplot = Number(readFileSync(join(folder, 'bin/pid'), 'utf8'));
	t.throws(() => process.kill(gnuplot, 0), {code: 'ESRCH'});
	assertMade(t, folder, []);
});

test('what is to be said of the log', t => {
	const folder = folderWith(`${plainLog}oops\n\n\n${plainLog.replaceAll('12949', '12950')}`);
	const {status, stderr} = plot(folder, ['-o', 'x.svg']);
	t.is(status, 0);
	t.is(
		stderr,
		'memtop: memory.log: 1 damaged line skipped, the first is line 8\nmemtop: 2 recordings drawn; --recording last draws only the newest\n',
	);
});
