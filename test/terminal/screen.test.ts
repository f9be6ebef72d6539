import test, {type ExecutionContext} from 'ava';
import type {Keypress} from '../../src/app/keys.ts';
import {capabilitiesOf} from '../../src/terminal/capabilities.ts';
import {openTerminal, type Terminal} from '../../src/terminal/screen.ts';
import {blankCells, putText} from '../../src/view/cells.ts';
import type {PickerScene, Scene} from '../../src/view/scene.ts';
import type {Style} from '../../src/view/style.ts';
import {until} from '../helpers/child.ts';
import {createFakeTerminal} from '../helpers/fake-terminal.ts';

/** A terminal of 20 by 6 cells that a test looks at from both ends. */
const open = (t: ExecutionContext, environment: Record<string, string> = {}) => {
	const fake = createFakeTerminal(20, 6);
	const pressed: Keypress[] = [];
	const happened: string[] = [];
	const capabilities = capabilitiesOf({TERM: 'xterm-256color', ...environment});
	if (!capabilities) throw new Error('expected a terminal that can be drawn on');
	const terminal: Terminal = openTerminal({
		...fake,
		capabilities,
		onKey: key => pressed.push(key),
		onResize: () => happened.push('resize'),
		onReady: () => happened.push('ready'),
		onGone: () => happened.push('gone'),
	});
	t.teardown(terminal.close);
	return {fake, terminal, pressed, happened};
};

const sceneOf = (lines: readonly string[], style: Style = 'plain', picker?: PickerScene): Scene => {
	const cells = blankCells(20, lines.length);
	for (const [y, text] of lines.entries()) putText(cells, {x: 0, y}, {text, style});
	const area = {x: 0, y: 0, width: 20, height: lines.length};
	return {size: {columns: 20, rows: 6}, regions: [{id: 'numbers', area, cells}], ...(picker && {picker})};
};

const shows = async ({emulator}: ReturnType<typeof createFakeTerminal>, rows: readonly string[]) => {
	await until(() => rows.every((row, index) => emulator.rows()[index] === row));
};

test('a scene is on the screen as it is', async t => {
	const {fake, terminal} = open(t);
	t.deepEqual(terminal.size(), {columns: 20, rows: 6});
	t.true(terminal.show(sceneOf(['┌ In use ┐', '│ ⣀⣤⣶⣿', '{bold}no markup{/}', '└────────┘'], 'inUse')));
	await shows(fake, ['┌ In use ┐', '│ ⣀⣤⣶⣿', '{bold}no markup{/}', '└────────┘']);
	t.is(fake.emulator.cells(0)[0]?.colour, 80);
	t.true(fake.emulator.isAlternate());
	t.false(fake.emulator.isCursorShown());
});

test('only what has changed is sent', async t => {
	const {fake, terminal} = open(t);
	terminal.show(sceneOf(['one', 'two', 'three', 'four']));
	await shows(fake, ['one', 'two', 'three', 'four']);
	const before = fake.written().length;
	terminal.show(sceneOf(['one', 'two', 'thrEe', 'four']));
	await shows(fake, ['one', 'two', 'thrEe', 'four']);
	t.true(fake.written().length - before < 40);
	t.false(fake.written().slice(before).includes('one'));
});

test('a region that is gone leaves nothing behind', async t => {
	const {fake, terminal} = open(t);
	terminal.show(sceneOf(['one', 'two', 'three', 'four']));
	await shows(fake, ['one', 'two', 'three', 'four']);
	terminal.show(sceneOf(['one']));
	await shows(fake, ['one', '', '', '']);
	t.pass();
});

test('a frame is dropped while the terminal takes nothing, and asked for again when it does', async t => {
	const {fake, terminal, happened} = open(t);
	terminal.show(sceneOf(['one']));
	await shows(fake, ['one']);
	await until(() => terminal.show(sceneOf(['one'])));
	happened.length = 0;
	fake.stall();
	const large = Array.from({length: 4}, () => '⣿'.repeat(20));
	for (let frame = 0; frame < 20_000 / 80; frame += 1) fake.output.write(large.join(''));
	t.false(terminal.show(sceneOf(['two'])));
	fake.goOn();
	await until(() => happened.includes('ready'));
	terminal.forget();
	t.true(terminal.show(sceneOf(['two'])));
	await shows(fake, ['two']);
});

const keys = {
	letter: ['r', {name: 'r', text: 'r'}],
	capital: ['Z', {name: 'S-z', text: 'Z'}],
	space: [' ', {name: 'space', text: ' '}],
	tab: ['\t', {name: 'tab'}],
	enter: ['\r', {name: 'enter'}],
	backspace: ['\u007f', {name: 'backspace'}],
	up: ['\u001b[A', {name: 'up'}],
	'page down': ['\u001b[6~', {name: 'pagedown'}],
	'C-c': ['\u0003', {name: 'C-c'}],
	plus: ['+', {name: '+', text: '+'}],
	umlaut: ['ü', {name: 'ü', text: 'ü'}],
} as const;

const isPressed = async (t: ExecutionContext, [bytes, expected]: readonly [string, Keypress]) => {
	const {fake, pressed} = open(t);
	fake.input.push(bytes);
	await until(() => pressed.length > 0);
	t.like(pressed[0], expected);
};

for (const [name, key] of Object.entries(keys)) test(`the key ${name}`, isPressed, key);

test('the size follows the terminal', async t => {
	const {fake, terminal, happened} = open(t);
	fake.resize(30, 8);
	await until(() => happened.includes('resize'));
	t.deepEqual(terminal.size(), {columns: 30, rows: 8});
});

test('leaving gives the terminal back, and entering draws everything again', async t => {
	const {fake, terminal} = open(t);
	terminal.show(sceneOf(['one', 'two']));
	await shows(fake, ['one', 'two']);
	await terminal.leave();
	await until(() => !fake.emulator.isAlternate() && fake.emulator.isCursorShown());
	terminal.enter();
	terminal.show(sceneOf(['one', 'two']));
	await shows(fake, ['one', 'two']);
	t.true(fake.emulator.isAlternate());
	await terminal.close();
	await until(() => !fake.emulator.isAlternate() && fake.emulator.isCursorShown());
});

test('a terminal that breaks is told of', async t => {
	const {fake, happened} = open(t);
	fake.input.emit('error', new Error('read EIO'));
	await until(() => happened.includes('gone'));
	t.pass();
});

const picker: PickerScene = {
	area: {x: 0, y: 0, width: 20, height: 6},
	title: 'Which? {a}',
	headings: ['PID', 'NAME'],
	widths: [5, 10],
	rows: [
		['12', 'node'],
		['345', '{bold}'],
	],
	selected: 1,
};

test('the list of processes lies over the screen, and goes again', async t => {
	const {fake, terminal, happened} = open(t);
	const lines = ['one', 'two', 'three', 'four', 'five', 'six'];
	terminal.show(sceneOf(lines, 'plain', picker));
	await until(() => happened.includes('ready'));
	terminal.show(sceneOf(lines, 'plain', picker));
	await shows(fake, [
		'┌─ Which? {a} ─────┐',
		'│PID   NAME        │',
		'│12    node        │',
		'│345   (bold)      │',
	]);
	t.is(fake.emulator.cells(3)[1]?.background, 6);
	t.is(fake.emulator.cells(2)[1]?.background, undefined);
	terminal.show(sceneOf(lines));
	await shows(fake, lines);
});
