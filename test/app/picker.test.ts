import test from 'ava';
import {
	emptyPicker,
	pickerRows,
	withFilter,
	withProcesses,
	withSelectionMoved,
} from '../../src/app/picker.ts';
import type {Picker} from '../../src/app/state.ts';
import type {ProcessInfo} from '../../src/model/process-info.ts';

const processes: readonly ProcessInfo[] = [
	{pid: 11, name: 'node', user: 'anna', rss: 100, command: 'node Server.js --port 80'},
	{pid: 12, name: 'node', user: 'ben', rss: 300, command: 'node worker.js'},
	{pid: 112, name: 'postgres', user: 'postgres', rss: 200, command: 'postgres: writer'},
	{pid: 13, name: 'idle', rss: 100, command: 'idle'},
];

const listed: Picker = {...emptyPicker, processes};

const testFilter = test.macro((t, filter: string, expected: readonly number[]) => {
	t.deepEqual(
		pickerRows({...listed, filter}).map(({pid}) => pid),
		expected,
	);
});

test('without a filter, most memory first, then by pid', testFilter, '', [12, 112, 11, 13]);
test('by name', testFilter, 'node', [12, 11]);
test('by user', testFilter, 'anna', [11]);
test('by pid', testFilter, '12', [12, 112]);
test('by command line', testFilter, '--port', [11]);
test('whatever the case', testFilter, 'SERVER', [11]);
test('every word', testFilter, 'node ben', [12]);
test('in any order', testFilter, 'worker node', [12]);
test('a space at the end changes nothing', testFilter, 'node ', [12, 11]);
test('nothing matches', testFilter, 'zzz', []);

test('the selection stays within the list', t => {
	t.is(withSelectionMoved(listed, 100).selected, 3);
	t.is(withSelectionMoved(listed, -1).selected, 0);
	t.is(withSelectionMoved(emptyPicker, 1).selected, 0);
});

test('another filter selects the first row', t => {
	t.is(withFilter({...listed, selected: 2}, 'node').selected, 0);
});

test('a fresh list keeps the selection on its process', t => {
	const onPostgres = withSelectionMoved(listed, 1);
	const grown = processes.map(process => (process.pid === 11 ? {...process, rss: 999} : process));
	const next = withProcesses(onPostgres, grown);
	t.is(pickerRows(next)[next.selected]?.pid, 112);
});

test('a selected process that has ended leaves the selection in place', t => {
	const onLast = withSelectionMoved(listed, 3);
	t.is(withProcesses(onLast, processes.slice(0, 2)).selected, 1);
	t.is(withProcesses(onLast, []).selected, 0);
});
