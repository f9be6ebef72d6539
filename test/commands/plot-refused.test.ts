import test, {type ExecutionContext} from 'ava';
import {assertMade, folderWith, plot} from './plot-in-folder.ts';

/** Options that are refused with one line, and nothing is made. */
const testRefused = (t: ExecutionContext, args: readonly string[], status: number, message: RegExp) => {
	const folder = folderWith();
	const ended = plot(folder, args);
	t.regex(ended.stderr, message);
	t.deepEqual([ended.status, ended.stdout.toString(), ended.stderr.split('\n').length], [status, '', 2]);
	assertMade(t, folder, []);
};

test(
	'an unknown ending',
	testRefused,
	['-o', 'x.gif'],
	2,
	/^memtop: expected .* \.png, \.svg, \.pdf, got "x\.gif"$/m,
);
test(
	'another format than the ending',
	testRefused,
	['-o', 'x.png', '--format', 'svg'],
	2,
	/^memtop: expected a picture's name that ends in \.svg for --format svg, got "x\.png"$/m,
);
test(
	'a terminal for a PNG and the name of an SVG',
	testRefused,
	['-o', 'x.svg', '--terminal', 'png'],
	2,
	/^memtop: expected a PNG for --terminal png, got svg$/m,
);
test(
	'a terminal for a PNG and another format',
	testRefused,
	['--format', 'pdf', '--terminal', 'pngcairo'],
	2,
	/^memtop: expected a PNG for --terminal pngcairo, got pdf$/m,
);
test(
	'from after to',
	testRefused,
	['-o', 'x.png', '--from', '-10s', '--to', '-20s'],
	2,
	/^memtop: expected --from before --to, got --from -10s --to -20s$/m,
);
test(
	'no folder',
	testRefused,
	['-o', 'a/x.png'],
	1,
	/^memtop: expected an existing folder for the picture, got none: a$/m,
);
test(
	'no log',
	testRefused,
	['b.log', '-o', 'x.png'],
	1,
	/^memtop: expected a recording, got no such file: b\.log$/m,
);
test('a folder as log', testRefused, ['temporary', '-o', 'x.png'], 1, /got a directory/);
test(
	'no such recording',
	testRefused,
	['--recording', '2', '-o', 'x.png'],
	1,
	/^memtop: expected that recording, got only one: memory\.log$/m,
);
test(
	'no samples there',
	testRefused,
	['--to', '1294926000', '-o', 'x.png'],
	1,
	/^memtop: expected a stretch with samples/m,
);
