import {execFileSync} from 'node:child_process';
import {chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {findCounterFile} from '../../../src/sources/jvm/find-counter-file.ts';
import {hsperfdataPart} from '../../fuzz/images/hsperfdata.ts';
import {createFolder} from '../../helpers/proc-root.ts';

const user = process.getuid?.() ?? 0;
const {bytes} = hsperfdataPart();

type Place = {
	/** The folder for temporary files. */
	readonly temporary: string;
	/** Path of a file in the folder of a user. */
	readonly file: (userName: string) => string;
};

const find = async (t: ExecutionContext, make: (place: Place) => void, owner = user) => {
	const temporary = createFolder(t, {});
	const file = (userName: string): string => {
		mkdirSync(join(temporary, `hsperfdata_${userName}`), {recursive: true});
		return join(temporary, `hsperfdata_${userName}`, '7');
	};
	make({temporary, file});
	const found = await findCounterFile({temporary: [temporary], innerPid: 7, user: owner});
	if (found.file) t.teardown(found.file.close);
	return found;
};

const testFound = async (t: ExecutionContext, make: (place: Place) => void) => {
	const {file} = await find(t, make);
	const read = Buffer.alloc(bytes.length);
	t.is(file?.readNow(0, read), bytes.length);
	t.deepEqual(read, bytes);
	t.is(file?.size, bytes.length);
};

const testNone = async (t: ExecutionContext, make: (place: Place) => void, owner?: number) => {
	t.is((await find(t, make, owner)).file, undefined);
};

test('the file of the process', testFound, ({file}) => writeFileSync(file('jane'), bytes));
test('among folders of several users', testFound, ({file}) => {
	file('empty');
	writeFileSync(file('jane'), bytes);
});
test('beside one that is none', testFound, ({file}) => {
	symlinkSync('/etc/passwd', file('adam'));
	writeFileSync(file('jane'), bytes);
});

test('no folder', testNone, () => {});
test('a folder in its place', testNone, ({file}) => mkdirSync(file('jane')));
test('a link in its place', testNone, ({file, temporary}) => {
	writeFileSync(join(temporary, 'elsewhere'), bytes);
	symlinkSync(join(temporary, 'elsewhere'), file('jane'));
});
test('a link in place of its folder', testNone, ({temporary}) => {
	mkdirSync(join(temporary, 'elsewhere'));
	writeFileSync(join(temporary, 'elsewhere', '7'), bytes);
	symlinkSync(join(temporary, 'elsewhere'), join(temporary, 'hsperfdata_jane'));
});
test('a pipe in its place', testNone, ({file}) => {
	execFileSync('mkfifo', [file('jane')]);
});
test('a sparse file of 4 GiB', testNone, ({file}) => {
	writeFileSync(file('jane'), bytes);
	truncateSync(file('jane'), 2 ** 32);
});
test('an empty file', testNone, ({file}) => writeFileSync(file('jane'), ''));
test(
	'a file of somebody else',
	testNone,
	({file}) => {
		writeFileSync(file('jane'), bytes);
		// Root's would be trusted.
		if (user === 0) execFileSync('chown', ['65534', file('jane')]);
	},
	12_345,
);

test('a file that may not be read', async t => {
	const found = await find(t, ({file}) => {
		writeFileSync(file('jane'), bytes);
		chmodSync(file('jane'), 0);
	});
	// Root may read everything.
	t.is(found.isForbidden, user !== 0);
	t.is(found.file === undefined, user !== 0);
});

test('a file that is cut while it is held, and after it was closed', async t => {
	let path = '';
	const {file} = await find(t, place => {
		path = place.file('jane');
		writeFileSync(path, bytes);
	});
	truncateSync(path, 100);
	t.is(file?.readNow(0, Buffer.alloc(bytes.length)), 100);
	file?.close();
	t.is(file?.readNow(0, Buffer.alloc(bytes.length)), 0);
});
