import test, {type ExecutionContext} from 'ava';
import {startChild} from '../helpers/child.ts';
import {showMemtop, startMemtop} from '../helpers/memtop.ts';
import {keys} from '../helpers/pseudo-terminal.ts';
import {logText, notes} from '../helpers/recorded.ts';
import {startTarget} from '../helpers/target.ts';

/** A process that is told from all others by its command line. */
const startNamed = async (t: ExecutionContext, word: string) => {
	const child = startChild(t, process.execPath, [
		'-e',
		'console.log("ready"); setInterval(() => {}, 1e6)',
		word,
	]);
	await child.line();
	return child;
};

test('the list filters as one types, and Enter watches', async t => {
	const [{pid}, other] = await Promise.all([startNamed(t, 'blue-whale'), startNamed(t, 'red-whale')]);
	const memtop = startMemtop(t, []);
	await memtop.shows(/Which process\? Type to filter \(\d+\)/);
	await memtop.shows(/PID +USER +RSS +AGE +COMMAND/);
	memtop.type('WHALE');
	await memtop.shows('Which process? WHALE_ (2)');
	await memtop.shows(String(other.pid));
	memtop.type(' blue');
	await memtop.shows('(1)');
	memtop.type('x');
	await memtop.shows('(0)');
	memtop.type(keys.backspace);
	await memtop.shows('(1)');
	memtop.type(keys.enter);
	await memtop.shows(`pid ${pid} `);
	await memtop.shows('● REC');
	t.regex(logText(memtop.folder), new RegExp(`"pid":${pid},`));
});

test('a name that several processes have opens the list of these', async t => {
	const word = `many${process.pid}`;
	const [one, other] = await Promise.all([startNamed(t, word), startNamed(t, word)]);
	const memtop = startMemtop(t, ['--name', 'node']);
	await memtop.shows('Which process?');
	await memtop.shows('node_');
	memtop.type(` ${word}`);
	await memtop.shows('(2)');
	for (const {pid} of [one, other])
		t.true(memtop.rows().some(row => row.includes(` ${pid} `) || row.includes(`│${pid} `)));
});

test('p watches another process in the same file, as a recording of its own', async t => {
	const first = await startTarget(t);
	const second = await startNamed(t, 'the-second-one');
	const memtop = await showMemtop(t, ['-p', first.pid, '-d', 0.1]);
	memtop.type('p');
	await memtop.shows('Type to filter');
	memtop.type('the-second-one');
	await memtop.shows('(1)');
	memtop.type(keys.enter);
	await memtop.shows(`pid ${second.pid} `);
	await memtop.waitUntil(() => logText(memtop.folder).includes('\n\n\n# memtop 1'), 'a second recording');
	const log = logText(memtop.folder);
	t.deepEqual(
		notes(log, 'end').map(({reason}) => reason),
		['another process is watched'],
	);
	t.regex(log, new RegExp(`# end .*\n\n\n# memtop 1 {"pid":${second.pid},`));
});

test('Esc leaves the list, and memtop where nothing else is open', async t => {
	const {pid} = await startTarget(t);
	const watching = await showMemtop(t, ['-p', pid]);
	watching.type('p');
	await watching.shows('Type to filter');
	watching.type(keys.escape);
	await watching.waitUntil(() => !watching.rows().join().includes('Type to filter'), 'the list to close');
	t.regex(watching.rows()[0] ?? '', new RegExp(`pid ${pid} `));
	const choosing = startMemtop(t, []);
	await choosing.shows('Type to filter');
	choosing.type(keys.escape);
	t.is(await choosing.exited(), 0);
	t.is(logText(choosing.folder), '');
});

test('the arrows choose a row, which stays chosen', async t => {
	const memtop = startMemtop(t, []);
	await memtop.shows(/Type to filter \((\d+)\)/);
	const chosen = () => memtop.rows().findIndex((_, row) => memtop.cells(row)[10]?.background !== undefined);
	await memtop.waitUntil(() => chosen() >= 0, 'a row to be chosen');
	const first = chosen();
	memtop.type(keys.down);
	await memtop.waitUntil(() => chosen() === first + 1, 'the next row to be chosen');
	memtop.type(keys.up);
	await memtop.waitUntil(() => chosen() === first, 'the first row to be chosen');
	t.pass();
});

test('a process that has ended cannot be chosen, and the one before stays', async t => {
	const {pid} = await startTarget(t);
	const gone = await startNamed(t, 'soon-gone');
	const memtop = await showMemtop(t, ['-p', pid, '-d', 0.1]);
	memtop.type('p');
	await memtop.shows('Type to filter');
	memtop.type('soon-gone');
	await memtop.shows('(1)');
	await gone.end();
	memtop.type(keys.enter);
	// The list may already be without it.
	await memtop.shows(/expected|\(0\)/);
	await memtop.shows(`pid ${pid} `);
	t.pass();
});
