import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {parseGroups} from '../../src/platform/foreground.ts';
import {createFolder} from '../helpers/proc-root.ts';
import {startShell} from '../helpers/shell.ts';

/** Rows: the text of a stat file, the group of the process and that of the foreground. */
const testGroups = test.macro((t, text: string, expected: readonly [number, number]) => {
	t.deepEqual(parseGroups(text), expected);
});

test('in the foreground', testGroups, '42 (node) R 1 42 7 34816 42 4194304 1 2', [42, 42]);
test('in the background', testGroups, '42 (node) R 1 42 7 34816 7 4194304 1 2', [42, 7]);
test('without a terminal', testGroups, '42 (node) R 1 42 7 0 -1 4194304 1 2', [42, -1]);
test('a name that looks like more', testGroups, '42 (a) R 9 9 9) R 1 42 7 0 -1 4194304 1 2', [42, -1]);

test('the foreground of a shell, and its background', async t => {
	const module = fileURLToPath(new URL('../../src/platform/foreground.ts', import.meta.url));
	const folder = createFolder(t, {
		'look.mjs': `import {isInForeground} from ${JSON.stringify(module)};
console.log(process.argv[2], isInForeground());`,
	});
	const shell = await startShell(t, folder);
	const tsx = fileURLToPath(import.meta.resolve('tsx'));
	shell.type(`node --import ${tsx} look.mjs front; node --import ${tsx} look.mjs back > back & wait\r`);
	await shell.shows('front true');
	const answer = join(folder, 'back');
	await shell.waitUntil(
		// The shell makes the file only when it comes to the second command.
		() => existsSync(answer) && readFileSync(answer, 'utf8').endsWith('\n'),
		'the answer from the background',
	);
	t.is(readFileSync(answer, 'utf8'), 'back false\n');
});
