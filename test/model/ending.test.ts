import test from 'ava';
import {type Ending, endingText} from '../../src/model/ending.ts';

const testText = test.macro((t, ending: Ending, expected: string) => {
	t.is(endingText(ending), expected);
});

test('with a status', testText, {status: 3}, 'with status 3');
test('by a signal', testText, {status: 137, signal: 'SIGKILL'}, 'by SIGKILL');
