import {setImmediate} from 'node:timers/promises';
import test from 'ava';
import {onEndingSignal} from '../../src/screen/signals.ts';

test('a signal ends the program only when everyone else has had it', async t => {
	const heard: string[] = [];
	onEndingSignal(signal => heard.push(`ended by ${signal}`));
	const library = () => heard.push(`a library hears it, ${heard.length} before`);
	process.once('SIGQUIT', library);
	process.emit('SIGQUIT');
	await setImmediate();
	t.deepEqual(heard, ['a library hears it, 0 before', 'ended by SIGQUIT']);
});
