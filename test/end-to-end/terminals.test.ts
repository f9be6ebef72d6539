import test, {type ExecutionContext} from 'ava';
import {runMemtop, showMemtop, startMemtop} from '../helpers/memtop.ts';
import {keys} from '../helpers/pseudo-terminal.ts';
import {startTarget} from '../helpers/target.ts';

/** Numbers of all SGR sequences in what was written: colours, bold, inverse. */
const graphicRenditions = (output: string): readonly number[] =>
	[...output.matchAll(/\u001b\[([\d;]*)m/g)].flatMap(([, numbers = '']) => numbers.split(';').map(Number));

const colourDepth = (output: string): 0 | 8 | 16 | 256 => {
	const numbers = graphicRenditions(output);
	if (numbers.includes(38) || numbers.includes(48)) return 256;
	if (numbers.some(number => number >= 90 && number <= 107)) return 16;
	return numbers.some(number => number >= 30 && number <= 37) ? 8 : 0;
};

type Expected = {readonly colours: 0 | 8 | 16 | 256; readonly isUnicode: boolean};

/** Goes over screen, help and list, and looks at every byte. */
const draws = async (t: ExecutionContext, environment: Record<string, string>, expected: Expected) => {
	const {pid} = await startTarget(t);
	const memtop = await showMemtop(t, ['-p', pid, '-d', 0.1], {environment});
	memtop.type('?');
	await memtop.shows('switch the recording on and off');
	memtop.type('?p');
	await memtop.shows(/Type to filter.*COMMAND/s);
	memtop.type(`${keys.escape}`);
	await memtop.waitUntil(() => !memtop.rows().join().includes('Type to filter'), 'the list to close');
	memtop.type('q');
	t.is(await memtop.exited(), 0);
	t.is(colourDepth(memtop.output()), expected.colours);
	t.is(/[^\0-\u007f]/.test(memtop.output()), expected.isUnicode);
};

test('TERM=xterm-256color', draws, {}, {colours: 256, isUnicode: true});
test('TERM=tmux-256color', draws, {TERM: 'tmux-256color'}, {colours: 256, isUnicode: true});
test('TERM=xterm', draws, {TERM: 'xterm'}, {colours: 8, isUnicode: true});
test('TERM=screen', draws, {TERM: 'screen', TMUX: '/nowhere,1,0'}, {colours: 8, isUnicode: true});
test('TERM=xterm-16color', draws, {TERM: 'xterm-16color'}, {colours: 16, isUnicode: true});
test('TERM=linux', draws, {TERM: 'linux'}, {colours: 8, isUnicode: false});
test('an unknown TERM', draws, {TERM: 'no-such-terminal'}, {colours: 8, isUnicode: true});
test('NO_COLOR', draws, {NO_COLOR: '1'}, {colours: 0, isUnicode: true});
test('LANG=C', draws, {LANG: 'C'}, {colours: 256, isUnicode: false});

test('TERM=dumb is refused, and told what works', async t => {
	const {pid} = await startTarget(t);
	const memtop = startMemtop(t, ['-p', pid], {environment: {TERM: 'dumb'}});
	t.is(await memtop.exited(), 1);
	t.regex(memtop.output(), /^memtop: expected a terminal .* got TERM=dumb; .*memtop record.*\r\n$/);
});

test('without a terminal it is refused, and told what works', async t => {
	const {pid} = await startTarget(t);
	const {status, stdout, stderr} = await runMemtop(t, ['-p', pid]);
	t.is(status, 1);
	t.is(stdout, '');
	t.regex(stderr, new RegExp(`^memtop: expected a terminal .* got none; memtop record -p ${pid} .*\n$`));
});
