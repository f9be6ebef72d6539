import {setTimeout} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import {type AskOptions, askGraphics} from '../../../src/terminal/graphics/ask.ts';
import type {Graphics} from '../../../src/terminal/graphics/graphics.ts';
import {tapInput} from '../../../src/terminal/graphics/input-tap.ts';
import {until} from '../../helpers/child.ts';
import {answeringTerminal, questions, terminals} from './answering-terminal.ts';

type Terminal = ReturnType<typeof answeringTerminal>;

const askOf = ({input, output}: Terminal, options: Partial<AskOptions> = {}) =>
	askGraphics({tap: tapInput(input), output}, {questions: 'all', ...options});

const sixel: Graphics = {kind: 'sixel', width: 800, height: 474};

/** Rows: the terminal, and how it shows pictures. */
const cases: readonly (readonly [keyof typeof terminals, Graphics | undefined])[] = [
	['sixelXterm', sixel],
	['xterm', undefined],
	['tmux', undefined],
	['kitty', {kind: 'kitty', width: 1000, height: 558}],
];

const isAsked = async (t: ExecutionContext, name: keyof typeof terminals, expected: Graphics | undefined) => {
	const terminal = answeringTerminal(terminals[name]);
	t.deepEqual(await askOf(terminal), expected);
	t.is(terminal.keys(), '');
	t.is(terminal.written().includes(questions.sixelArea), expected !== undefined);
};

for (const [name, expected] of cases) test(name, isAsked, name, expected);

test('answers in as many reads as bytes, with keys between them', async t => {
	const terminal = answeringTerminal(terminals.sixelXterm, async (push, answer) => {
		push('q');
		for (const byte of answer) {
			await setTimeout(1);
			push(byte);
		}
		push('w\u001b[A');
	});
	t.deepEqual(await askOf(terminal), sixel);
	await until(() => terminal.keys() === 'qw\u001b[Aqw\u001b[A');
	t.is(terminal.input.listenerCount('data'), 1);
});

test('keys typed before the answer are there before it comes', async t => {
	const terminal = answeringTerminal(terminals.silent);
	const asked = askOf(terminal);
	terminal.input.push('r');
	await until(() => terminal.keys() === 'r');
	terminal.input.push('\u001b');
	await until(() => terminal.keys() === 'r\u001b');
	terminal.input.push(terminals.xterm.attributes);
	t.is(await asked, undefined);
	t.is(terminal.keys(), 'r\u001b');
});

test('a terminal that says nothing is given up, and what it says later is no key', async t => {
	const terminal = answeringTerminal(terminals.silent);
	t.is(await askOf(terminal, {patience: 20}), undefined);
	terminal.input.push('a\u001b_Gi=31;OK\u001b\\b');
	terminal.input.push(`${terminals.sixelXterm.attributes}c`);
	terminal.input.push('d');
	await until(() => terminal.keys() === 'abcd');
	t.is(terminal.input.listenerCount('data'), 1);
});

test('sizes that are not told are guessed', async t => {
	let count = 0;
	const terminal = answeringTerminal(terminals.sixelXterm, (push, answer) => {
		count += 1;
		if (count === 1) push(answer);
	});
	t.deepEqual(await askOf(terminal, {patience: 20}), {kind: 'sixel', width: 900, height: 504});
});

test('a terminal that would take it for a title is not asked as kitty is', async t => {
	const terminal = answeringTerminal(terminals.sixelXterm);
	t.deepEqual(await askOf(terminal, {questions: 'standard'}), sixel);
	t.false(terminal.written().includes(questions.kitty));
});

test('a terminal that may be asked nothing is not', async t => {
	const terminal = answeringTerminal(terminals.sixelXterm);
	t.is(await askOf(terminal, {questions: 'none'}), undefined);
	t.is(terminal.written(), '');
});
