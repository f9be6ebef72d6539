import test from 'ava';
import {UsageError} from '../../src/model/usage-error.ts';
import {parsePid} from '../../src/target/parse-pid.ts';

const testPid = test.macro((t, text: string, expected: number) => {
	t.is(parsePid(text), expected);
});

test('one', testPid, '1', 1);
test('leading zeros', testPid, '007', 7);
test('the largest', testPid, '2147483647', 2_147_483_647);

const testRefused = test.macro((t, text: string, shown = text) => {
	t.throws(() => parsePid(text), {
		instanceOf: UsageError,
		message: `expected a pid, a whole number from 1 to 2147483647, got "${shown}"`,
	});
});

test('letters', testRefused, 'abc');
test('digits and letters', testRefused, '12abc');
test('zero', testRefused, '0');
test('negative', testRefused, '-5');
test('fraction', testRefused, '1.5');
test('exponent', testRefused, '1e3');
test('hexadecimal', testRefused, '0x10');
test('nothing', testRefused, '');
test('spaces', testRefused, ' 12 ');
test('too large', testRefused, '2147483648');
test('far too large', testRefused, '99999999999999999999');
test('other digits', testRefused, '١٢');
test('what could move the cursor is cleaned', testRefused, '1\u001b[2J', '1?[2J');
