import {appendFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {holdFile} from '../../../src/platform/linux/held-file.ts';
import {createFolder} from '../../helpers/proc-root.ts';

test('the whole file each time, however long it becomes', t => {
	const path = join(createFolder(t, {status: 'short'}), 'status');
	const file = holdFile(path);
	t.is(file.read(), 'short');
	appendFileSync(path, 'x'.repeat(10_000));
	t.is(file.read(), `short${'x'.repeat(10_000)}`);
	t.is(file.read().length, 10_005);
	file.close();
});

test('a closed file is not another one', t => {
	const path = join(createFolder(t, {status: 'mine', other: 'other'}), 'status');
	const file = holdFile(path);
	file.close();
	file.close();
	const other = holdFile(path.replace('status', 'other'));
	t.throws(file.read, {message: `expected ${path} to be open, found it closed`});
	t.is(other.read(), 'other');
	other.close();
});
