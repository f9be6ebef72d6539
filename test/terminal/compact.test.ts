import headless from '@xterm/headless';
import test from 'ava';
import {compact} from '../../src/terminal/compact.ts';
import {randomFrom} from '../fixtures/random.ts';

const testCompact = test.macro((t, frame: string, expected: string) => {
	t.is(compact(frame), expected);
});

test('text', testCompact, 'abc', 'abc');
test('a move that leads to the next', testCompact, '\u001b[3;1H\u001b[3;9Hx', '\u001b[3;9Hx');
test('a move and then right', testCompact, '\u001b[3;1H\u001b[8Cx', '\u001b[3;9Hx');
test('right alone', testCompact, 'a\u001b[8Cx', 'a\u001b[8Cx');
test(
	'a colour after another',
	testCompact,
	'\u001b[31ma\u001b[m\u001b[32mb\u001b[m',
	'\u001b[31ma\u001b[32mb\u001b[m',
);
test('a colour that is there', testCompact, '\u001b[31ma\u001b[m\u001b[31mb\u001b[m', '\u001b[31mab\u001b[m');
test(
	'bold is reset',
	testCompact,
	'\u001b[1;31ma\u001b[m\u001b[32mb\u001b[m',
	'\u001b[1;31ma\u001b[0;32mb\u001b[m',
);
test('a colour for nothing', testCompact, '\u001b[31m\u001b[mx', 'x');
test(
	'a colour across a move',
	testCompact,
	'\u001b[31ma\u001b[m\u001b[2;2H\u001b[31mb',
	'\u001b[31ma\u001b[2;2Hb\u001b[m',
);
test(
	'other sequences stay',
	testCompact,
	'\u001b7\u001b[?25l\u001b[2J\u001b8',
	'\u001b7\u001b[?25l\u001b[2J\u001b8',
);

/** Everything a terminal shows after a text: each cell's letter and attributes. */
const shown = async (text: string): Promise<readonly string[]> => {
	const terminal = new headless.Terminal({cols: 20, rows: 6, allowProposedApi: true});
	await new Promise<void>(resolve => terminal.write(text, resolve));
	return Array.from({length: 120}, (_, index) => {
		const cell = terminal.buffer.active.getLine(Math.floor(index / 20))?.getCell(index % 20);
		return [cell?.getChars(), cell?.getFgColor(), cell?.isBold(), cell?.isInverse()].join();
	});
};

const pieces = [
	'\u001b[m',
	'\u001b[m\u001b[31m',
	'\u001b[m\u001b[38;5;80m',
	'\u001b[m\u001b[1m',
	'\u001b[m\u001b[1;7;94m',
	'\u001b[2C',
	'xy',
	'⣿',
];

test('a terminal shows the same, whatever the frame', async t => {
	const random = randomFrom(20);
	for (let round = 0; round < 300; round += 1) {
		let frame = '\u001b[m\u001b7';
		for (let piece = 0; piece < 40; piece += 1) {
			if (random() < 0.2) frame += `\u001b[${1 + Math.floor(random() * 6)};${1 + Math.floor(random() * 15)}H`;
			frame += pieces[Math.floor(random() * pieces.length)];
		}
		frame += '\u001b[m\u001b8';
		t.deepEqual(await shown(compact(frame)), await shown(frame));
		t.true(compact(frame).length <= frame.length);
	}
});
