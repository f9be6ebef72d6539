import test from 'ava';
import {printPicture} from '../../../src/terminal/graphics/print-picture.ts';
import {until} from '../../helpers/child.ts';
import {createFakeTerminal} from '../../helpers/fake-terminal.ts';

const bytes = Buffer.from(`\u001bPq${'#1~'.repeat(50_000)}\u001b\\`);

test('a picture is written as it is, and the cursor goes below it', async t => {
	const {output, written} = createFakeTerminal(80, 24);
	await printPicture(output, {kind: 'sixel', bytes}, new AbortController().signal);
	await until(() => written().endsWith('\n'));
	t.is(written(), `${bytes}\n`);
});

test('one that is given up is ended, so that the terminal shows text again', async t => {
	const {output, written, stall, goOn} = createFakeTerminal(80, 24);
	const control = new AbortController();
	stall();
	const printed = printPicture(output, {kind: 'sixel', bytes}, control.signal);
	control.abort();
	await printed;
	goOn();
	await until(() => written().endsWith('\u001b\\\n'));
	t.true(written().length < bytes.length / 2);
});
