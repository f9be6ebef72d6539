import test from 'ava';
import {tapInput} from '../../../src/terminal/graphics/input-tap.ts';
import {createFakeTerminal} from '../../helpers/fake-terminal.ts';

/** An input that is listened to, and what was heard. */
const listenedTo = () => {
	const {input} = createFakeTerminal(80, 24);
	const heard: string[] = [];
	input.on('data', (bytes: Buffer) => heard.push(String(bytes)));
	const send = (bytes: string) => input.emit('data', Buffer.from(bytes));
	return {input, tap: tapInput(input), heard, send};
};

test('what is not passed on is heard by nobody, until the channel is closed', t => {
	const {tap, heard, send} = listenedTo();
	const taken: string[] = [];
	const channel = tap.open(bytes => taken.push(bytes), 'last');
	send('one');
	channel.pass('two');
	channel.close();
	send('three');
	t.deepEqual([taken, heard], [['one'], ['two', 'three']]);
});

test('channels pass on to each other in their order', t => {
	const {tap, heard, send} = listenedTo();
	const last = tap.open(bytes => last.pass(`${bytes}c`), 'last');
	const first = tap.open(bytes => first.pass(`${bytes}b`), 'first');
	send('a');
	first.close();
	send('d');
	last.close();
	t.deepEqual(heard, ['abc', 'dc']);
});

test('every byte comes as it is', t => {
	const {tap, heard, send} = listenedTo();
	const channel = tap.open(bytes => channel.pass(bytes), 'first');
	send('ü 漢 \u001b[A');
	t.deepEqual(heard, ['ü 漢 \u001b[A']);
});

test('closed, it leaves the input as it was', t => {
	const {input, tap, heard, send} = listenedTo();
	const channel = tap.open(() => {}, 'first');
	tap.close();
	channel.close();
	t.is(input.listenerCount('data'), 1);
	send('one');
	t.deepEqual(heard, ['one']);
});
