import test from 'ava';
import {errorCode, isGone} from '../../src/platform/error-code.ts';

const withCode = (code: unknown): Error => Object.assign(new Error('failed'), {code});

const testCode = test.macro((t, error: unknown, code: string | undefined, expectedGone: boolean) => {
	t.is(errorCode(error), code);
	t.is(isGone(error), expectedGone);
});

test('gone before it was opened', testCode, withCode('ENOENT'), 'ENOENT', true);
test('gone after', testCode, withCode('ESRCH'), 'ESRCH', true);
test('not permitted', testCode, withCode('EACCES'), 'EACCES', false);
test('a number', testCode, withCode(3), undefined, false);
test('no code', testCode, new Error('failed'), undefined, false);
test('no error', testCode, {code: 'ENOENT'}, undefined, false);
