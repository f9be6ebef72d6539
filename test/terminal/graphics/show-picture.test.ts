import test, {type ExecutionContext} from 'ava';
import type {Graphics} from '../../../src/terminal/graphics/graphics.ts';
import {createPictures} from '../../../src/terminal/graphics/pictures.ts';
import {until} from '../../helpers/child.ts';
import {answeringTerminal, terminals} from './answering-terminal.ts';

const sixelStart = '\u001bPq';
const stringEnd = '\u001b\\';
const large = Buffer.from(`${sixelStart}${'#1~'.repeat(50_000)}${stringEnd}`);

const open = (kind: Graphics['kind'], bytes: Uint8Array = large) => {
	const terminal = answeringTerminal(terminals.sixelXterm);
	const pictures = createPictures(terminal, {questions: 'all'});
	const shown = pictures.show({kind, bytes});
	const isWhole = () => until(() => terminal.emulator.rows().at(-1)?.trim() === 'any key returns');
	return {...terminal, pictures, shown, isWhole};
};

test('a sixel picture is written as it is, at the top left', async t => {
	const {written, isWhole, shown, input, pictures} = open('sixel');
	await isWhole();
	t.true(pictures.isShown());
	t.true(written().includes(`\u001b[H\u001b[2J${large}`));
	input.push('q');
	t.is(await shown, 'key');
	t.false(pictures.isShown());
});

test('a PNG is sent to kitty in chunks, and deleted at the end', async t => {
	const png = Buffer.from(Array.from({length: 10_000}, (_, index) => index % 251));
	const {written, isWhole, shown, input} = open('kitty', png);
	await isWhole();
	const chunks = [...written().matchAll(/\u001b_G([^;]*);([^\u001b]+)\u001b\\/g)];
	t.deepEqual(
		chunks.map(([, keys]) => keys),
		['a=T,f=100,i=24671,q=2,m=1', 'm=1,q=2', 'm=1,q=2', 'm=0,q=2'],
	);
	t.true(chunks.every(([, , payload = '']) => payload.length <= 4096));
	t.deepEqual(Buffer.concat(chunks.map(([, , payload = '']) => Buffer.from(payload, 'base64'))), png);
	input.push(' ');
	t.is(await shown, 'key');
	t.true(written().includes('\u001b_Ga=d,d=I,i=24671,q=2;\u001b\\'));
});

/** Rows: keys as they are read. */
const keys: Readonly<Record<string, readonly string[]>> = {
	'a letter': ['q'],
	'C-c': ['\u0003'],
	Escape: ['\u001b'],
	'an arrow in two reads': ['\u001b', '[A'],
	'a word that is pasted': ['quit', 'now'],
};

const isSwallowed = async (t: ExecutionContext, reads: readonly string[]) => {
	const {isWhole, shown, input, keys} = open('sixel');
	await isWhole();
	for (const read of reads) input.push(read);
	t.is(await shown, 'key');
	await until(() => {
		input.push('.');
		return keys().length > 0;
	});
	t.regex(keys(), /^\.+$/);
};

for (const [name, reads] of Object.entries(keys))
	test(`${name} returns and does nothing else`, isSwallowed, reads);

test('another size ends it', async t => {
	const {isWhole, shown, resize} = open('sixel');
	await isWhole();
	resize(80, 24);
	t.is(await shown, 'resized');
});

test('the program can take it away', async t => {
	const {isWhole, shown, pictures} = open('sixel');
	await isWhole();
	pictures.close();
	t.is(await shown, 'taken');
});

test('a picture that the terminal does not take is given up by a key, in the middle', async t => {
	const {stall, goOn, written, shown, input} = open('sixel');
	stall();
	await new Promise(setImmediate);
	input.push('q');
	t.is(await shown, 'key');
	goOn();
	await until(() => written().endsWith('\u001b[2J') && written().includes(sixelStart));
	t.true(written().length < large.length / 2);
	t.true(written().slice(written().indexOf(sixelStart)).includes(`${stringEnd}\u001b[m\u001b[H\u001b[2J`));
});

test('the terminal is asked once for each size', async t => {
	const terminal = answeringTerminal(terminals.sixelXterm);
	const pictures = createPictures(terminal, {questions: 'all'});
	const asked = () => terminal.written().split('\u001b_Gi=31').length - 1;
	t.is(await pictures.graphics(), await pictures.graphics());
	t.is(asked(), 1);
	terminal.resize(90, 30);
	await pictures.graphics();
	t.is(asked(), 2);
});

test('a terminal that shows none is asked again', async t => {
	const terminal = answeringTerminal(terminals.xterm);
	const pictures = createPictures(terminal, {questions: 'standard'});
	t.is(await pictures.graphics(), undefined);
	t.is(await pictures.graphics(), undefined);
	t.is(terminal.written(), '\u001b[c\u001b[c');
});
