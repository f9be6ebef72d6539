import test from 'ava';
import {askPlainTerminal} from '../../../src/terminal/graphics/ask-plain.ts';
import {until} from '../../helpers/child.ts';
import {answeringTerminal, type TerminalAnswers, terminals} from './answering-terminal.ts';

/** A terminal of a command line, what became of its raw mode, and how often the program was interrupted. */
const open = (answers: TerminalAnswers) => {
	const terminal = answeringTerminal(answers);
	terminal.input.removeAllListeners('data');
	const raw: boolean[] = [];
	let interruptions = 0;
	Object.assign(terminal.input, {isRaw: false, setRawMode: (isRaw: boolean) => raw.push(isRaw)});
	const options = {questions: 'all', patience: 50, interrupt: () => (interruptions += 1)} as const;
	return {
		...terminal,
		raw,
		interruptions: () => interruptions,
		asked: () => askPlainTerminal(terminal, options),
	};
};

test('a terminal is asked in raw mode and then as it was', async t => {
	const {asked, raw, input} = open(terminals.sixelXterm);
	t.deepEqual(await asked(), {kind: 'sixel', width: 800, height: 474});
	t.deepEqual(raw, [true, false]);
	t.is(input.listenerCount('data'), 0);
	t.true(input.isPaused());
});

test('one that does not answer is left as it was, too', async t => {
	const {asked, raw, input} = open(terminals.silent);
	t.is(await asked(), undefined);
	t.deepEqual(raw, [true, false]);
	t.is(input.listenerCount('data'), 0);
});

test('C-c interrupts, though it is no signal in raw mode', async t => {
	const {asked, input, interruptions} = open(terminals.silent);
	const answer = asked();
	input.push('a\u0003');
	await until(() => interruptions() === 1);
	t.is(await answer, undefined);
});

for (const end of ['input', 'output'] as const) {
	test(`nothing is asked where the ${end} is no terminal`, async t => {
		const terminal = open(terminals.sixelXterm);
		Object.assign(terminal[end], {isTTY: false});
		t.is(await terminal.asked(), undefined);
		t.is(terminal.written(), '');
	});
}
