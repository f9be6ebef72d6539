import {join} from 'node:path';
import test from 'ava';
import {createUserNames, parseUserNames} from '../../../src/platform/linux/users.ts';
import {createFolder} from '../../helpers/proc-root.ts';

test('names by id', t => {
	const names = parseUserNames('root:x:0:0:root:/root:/bin/sh\nada:x:1000:1000::/home/ada:/bin/sh\n');
	t.deepEqual(
		[...names],
		[
			[0, 'root'],
			[1000, 'ada'],
		],
	);
});

test('the first name for an id wins', t => {
	t.is(parseUserNames('root:x:0:0\ntoor:x:0:0\n').get(0), 'root');
});

test('lines of another form are left out', t => {
	t.is(parseUserNames('\n# a comment\n+::::::\n:x:5:5\nada:x:abc:1\nbob\n').size, 0);
});

test('a name is cleaned', t => {
	t.is(parseUserNames('a\u001bb:x:7:7\n').get(7), 'a?b');
});

test('an id without a name stays a number', t => {
	const userName = createUserNames(join(createFolder(t, {passwd: 'root:x:0:0\n'}), 'passwd'));
	t.is(userName(0), 'root');
	t.is(userName(4_294_967_294), '4294967294');
});

test('no file at all', t => {
	t.is(createUserNames(join(createFolder(t, {}), 'passwd'))(0), '0');
});
