import test, {type ExecutionContext} from 'ava';
import {capabilitiesOf} from '../../src/terminal/capabilities.ts';
import {openTerminal} from '../../src/terminal/screen.ts';
import {blankCells, putText} from '../../src/view/cells.ts';
import type {Scene} from '../../src/view/scene.ts';
import {until} from '../helpers/child.ts';
import {answeringTerminal, type TerminalAnswers, terminals} from './graphics/answering-terminal.ts';

const bytes = Buffer.from('\u001bPq#1~\u001b\\');
const area = {x: 0, y: 0, width: 100, height: 30};

const sceneOf = (text: string): Scene => {
	const cells = blankCells(area.width, area.height);
	putText(cells, {x: 0, y: 0}, {text, style: 'plain'});
	return {size: {columns: 100, rows: 30}, regions: [{id: 'numbers', area, cells}]};
};

/** A terminal taken over, that shows a scene and then a picture. */
const open = async (t: ExecutionContext, answers: TerminalAnswers = terminals.sixelXterm) => {
	const fake = answeringTerminal(answers);
	const pressed: string[] = [];
	const happened: string[] = [];
	const capabilities = capabilitiesOf({TERM: 'xterm-256color'});
	if (!capabilities) throw new Error('expected a terminal that can be drawn on');
	const terminal = openTerminal({
		...{...fake, capabilities},
		onKey: key => pressed.push(key.name),
		onResize: () => happened.push('resize'),
		onReady: () => happened.push('ready'),
		onGone: () => happened.push('gone'),
	});
	t.teardown(terminal.close);
	terminal.show(sceneOf('one'));
	await until(() => fake.emulator.rows()[0] === 'one');
	const shown = terminal.showPicture({kind: 'sixel', bytes});
	await until(() => fake.emulator.rows().at(-1) === ' any key returns');
	return {...fake, terminal, pressed, happened, shown};
};

test('a picture lies over the screen until a key, which does nothing else', async t => {
	const {terminal, emulator, input, pressed, happened, shown} = await open(t);
	t.is(emulator.rows()[0], '');
	t.false(terminal.show(sceneOf('two')));
	happened.length = 0;
	input.push('q');
	t.is(await shown, 'key');
	t.deepEqual(happened, ['ready']);
	await until(() => terminal.show(sceneOf('two')));
	await until(() => emulator.rows()[0] === 'two' && emulator.rows().at(-1) === '');
	t.true(emulator.isAlternate());
	await until(() => {
		input.push('.');
		return pressed.length > 0;
	});
	t.false(pressed.includes('q'));
});

test('another size brings the screen back', async t => {
	const {terminal, emulator, resize, shown} = await open(t);
	resize(90, 20);
	t.is(await shown, 'resized');
	await until(() => terminal.show(sceneOf('two')));
	await until(() => emulator.rows()[0] === 'two');
	t.deepEqual(terminal.size(), {columns: 90, rows: 20});
});

test('leaving takes the picture away before the terminal is given back, and writes nothing on it', async t => {
	const {terminal, emulator, written, shown} = await open(t);
	const before = written().length;
	await terminal.leave();
	t.is(await shown, 'taken');
	await until(() => !emulator.isAlternate() && emulator.isCursorShown());
	const [, after = ''] = written().slice(before).split('\u001b[?1049l');
	t.false(after.includes('\u001b[2J'));
	terminal.enter();
	await until(() => terminal.show(sceneOf('two')));
	await until(() => emulator.rows()[0] === 'two');
});

test('what the terminal is asked and answers is neither seen nor a key', async t => {
	const {terminal, emulator, input, pressed, shown} = await open(t);
	input.push(' ');
	await shown;
	await until(() => terminal.show(sceneOf('two')));
	await until(() => emulator.rows()[0] === 'two');
	t.deepEqual(await terminal.graphics(), {kind: 'sixel', width: 800, height: 474});
	// What follows the key that ended the picture at once may be a part of it, and is no key.
	await until(() => {
		input.push('x');
		return pressed.length > 0;
	});
	t.deepEqual([...new Set(pressed)], ['x']);
	t.is(emulator.rows().join('').trim(), 'two');
});
