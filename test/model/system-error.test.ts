import test from 'ava';
import {reasonOf} from '../../src/model/system-error.ts';

const systemError = (code: string, message: string): Error => Object.assign(new Error(message), {code});

const testReason = test.macro((t, error: unknown, expected: string) => {
	t.is(reasonOf(error), expected);
});

test(
	'a known one',
	testReason,
	systemError('ENOSPC', 'ENOSPC: no space left on device, write'),
	'a full disk',
);
test(
	'one with a path',
	testReason,
	systemError('EBUSY', "EBUSY: resource busy or locked, open '/a, b'"),
	'resource busy or locked',
);
test(
	'one with two',
	testReason,
	systemError('EXDEV', "EXDEV: cross-device link not permitted, rename '/a' -> '/b'"),
	'cross-device link not permitted',
);
test('one with a call', testReason, systemError('ENXIO', 'ENXIO: no such device, read'), 'no such device');
test('one with words', testReason, systemError('EPROTO', 'EPROTO: protocol error'), 'protocol error');
test('any other', testReason, new Error('x: odd, and so on'), 'x: odd, and so on');
test('no error', testReason, 'words', 'words');
