import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {memtopFile} from '../helpers/memtop.ts';
import {keys} from '../helpers/pseudo-terminal.ts';
import {logText, notes, sampleCount} from '../helpers/recorded.ts';
import {startShell} from '../helpers/shell.ts';
import {startTarget} from '../helpers/target.ts';

/** C-z gives the shell its terminal, `fg` the screen; the recording has a gap that says why. */
const suspends = async (t: ExecutionContext, command: string) => {
	const {pid} = await startTarget(t);
	const shell = await startShell(t);
	// As the project's own, which would build the program anew under the other tests.
	const scripts = {start: `node --version && node ${memtopFile}`};
	writeFileSync(join(shell.folder, 'package.json'), JSON.stringify({scripts}));
	shell.type(`${command} --source os -p ${pid} -d 0.1\r`);
	await shell.shows('q quit');
	shell.type(keys.control('z'));
	await shell.shows('Stopped');
	t.false(shell.isAlternate());
	t.true(shell.isCursorShown());
	const before = sampleCount(shell.folder);
	shell.type('echo the answer is $((40 + 2))\r');
	await shell.shows('the answer is 42');
	t.is(sampleCount(shell.folder), before);
	shell.type('fg\r');
	await shell.shows(/In use · RSS.*q quit/s);
	t.true(shell.isAlternate());
	await shell.waitUntil(() => sampleCount(shell.folder) > before + 3, 'samples to be taken again');
	t.deepEqual(
		notes(logText(shell.folder), 'gap').map(({reason}) => reason),
		['suspended'],
	);
	t.regex(logText(shell.folder), / (?:NaN|\d+)\n# gap {.*"suspended".*}\n\n\d/);
	shell.type('q');
	await shell.waitUntil(() => !shell.isAlternate(), 'the shell to be back');
	shell.type('echo status $?\r');
	await shell.shows('status 0');
};

test('C-z and fg', suspends, `node ${memtopFile}`);
test('C-z and fg through npm start', suspends, 'npm start --');

test('a stop from outside gives the terminal back, and fg takes it again', async t => {
	const {pid} = await startTarget(t);
	const shell = await startShell(t);
	shell.type(`node ${memtopFile} --source os -p ${pid} -d 0.1 & echo job $!; fg\r`);
	await shell.shows('q quit');
	const [, job] = /job (\d+)/.exec(shell.output()) ?? [];
	process.kill(Number(job), 'SIGTSTP');
	await shell.shows('Stopped');
	t.false(shell.isAlternate());
	shell.type('fg\r');
	await shell.shows(/In use · RSS.*q quit/s);
	shell.type('q');
	await shell.waitUntil(() => !shell.isAlternate(), 'the shell to be back');
	t.regex(logText(shell.folder), /# end .*\n$/);
});
