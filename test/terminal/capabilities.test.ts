import test, {type ExecutionContext} from 'ava';
import {type Capabilities, capabilitiesOf, type Environment} from '../../src/terminal/capabilities.ts';

const reads = (
	t: ExecutionContext,
	environment: Environment,
	expected: Partial<Capabilities> | undefined,
) => {
	const capabilities = capabilitiesOf(environment);
	if (expected === undefined) t.is(capabilities, undefined);
	else t.like(capabilities, expected);
};

const colours: Readonly<Record<string, Capabilities['colours']>> = {
	'xterm-256color': 256,
	'screen-256color': 256,
	'tmux-256color': 256,
	tmux: 256,
	'xterm-kitty': 256,
	alacritty: 256,
	foot: 256,
	'xterm-ghostty': 256,
	wezterm: 256,
	'xterm-direct': 256,
	'xterm-16color': 16,
	xterm: 8,
	screen: 8,
	rxvt: 8,
	linux: 8,
	'xterm-mono': 0,
	vt100: 0,
	vt220: 0,
};

for (const [TERM, count] of Object.entries(colours)) test(`TERM=${TERM}`, reads, {TERM}, {colours: count});

test('no TERM', reads, {}, {colours: 8, isUnicode: true, description: 'xterm-256color'});
test('TERM=dumb', reads, {TERM: 'dumb'}, undefined);
test(
	'TERM=linux, whose font has no braille',
	reads,
	{TERM: 'linux', LANG: 'en_GB.UTF-8'},
	{isUnicode: false, description: 'linux'},
);
test('COLORTERM', reads, {TERM: 'xterm', COLORTERM: 'truecolor'}, {colours: 256});
test('NO_COLOR', reads, {TERM: 'xterm-256color', COLORTERM: 'truecolor', NO_COLOR: '1'}, {colours: 0});
test('NO_COLOR that is empty', reads, {TERM: 'xterm-256color', NO_COLOR: ''}, {colours: 256});
test('LANG=C', reads, {LANG: 'C'}, {isUnicode: false});
test('LANG=POSIX', reads, {LANG: 'POSIX'}, {isUnicode: false});
test('LANG=C.UTF-8', reads, {LANG: 'C.UTF-8'}, {isUnicode: true});
test('LANG=de_DE.utf8', reads, {LANG: 'de_DE.utf8'}, {isUnicode: true});
test('LANG=de_DE', reads, {LANG: 'de_DE'}, {isUnicode: false});
test('LC_CTYPE before LANG', reads, {LC_CTYPE: 'C.UTF-8', LANG: 'C'}, {isUnicode: true});
test('LC_ALL before both', reads, {LC_ALL: 'C', LC_CTYPE: 'C.UTF-8', LANG: 'C.UTF-8'}, {isUnicode: false});
test('LC_ALL that is empty', reads, {LC_ALL: '', LANG: 'C'}, {isUnicode: false});

/** Rows: what the environment says, and what may be asked about pictures. */
const questions: readonly (readonly [Environment, Capabilities['questions']])[] = [
	[{TERM: 'xterm-256color'}, 'all'],
	[{TERM: 'xterm-kitty'}, 'all'],
	[{}, 'all'],
	[{TERM: 'linux'}, 'none'],
	[{TERM: 'tmux-256color'}, 'standard'],
	[{TERM: 'screen.xterm-256color'}, 'standard'],
	[{TERM: 'xterm-256color', TMUX: '/tmp/tmux-0/default,1,0'}, 'standard'],
	[{TERM: 'xterm-256color', STY: '1.pts-0'}, 'standard'],
	[{TERM: 'xterm-256color', TERM_PROGRAM: 'Apple_Terminal'}, 'standard'],
];

for (const [environment, expected] of questions) {
	test(`questions with ${JSON.stringify(environment)}`, reads, environment, {questions: expected});
}
