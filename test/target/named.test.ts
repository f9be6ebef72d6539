import test from 'ava';
import {UsageError} from '../../src/model/usage-error.ts';
import {type Named, parseNamed} from '../../src/target/named.ts';

const testNamed = test.macro((t, text: string, expected: Named) => {
	t.deepEqual(parseNamed(text), expected);
});

test('digits are a pid', testNamed, '4242', {pid: 4242});
test('a word is a name', testNamed, 'nginx', {name: 'nginx'});
test('a name may begin with digits', testNamed, '12abc', {name: '12abc'});
test('a sign makes a name', testNamed, '-bash', {name: '-bash'});

test('digits out of range are wrong usage', t => {
	t.throws(() => parseNamed('0'), {instanceOf: UsageError});
});
