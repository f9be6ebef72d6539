import test from 'ava';
import {initialState} from '../../src/app/initial.ts';
import type {State} from '../../src/app/state.ts';
import type {ProcessInfo} from '../../src/model/process-info.ts';
import {asciiGlyphs, unicodeGlyphs} from '../../src/view/glyphs.ts';
import {pickerScene} from '../../src/view/picker.ts';
import {plainSource} from '../fixtures/source.ts';
import {after, firstTime} from '../fixtures/watch.ts';

const processes: readonly ProcessInfo[] = Array.from({length: 100}, (_, index) => ({
	...{pid: 1000 + index, name: `worker-${index}`, user: 'anna', rss: (100 - index) * 1024 ** 2},
	...{command: `/usr/bin/worker-${index} --größe`, startTime: firstTime - 3600 * index},
}));

const listed: State = after(initialState({source: plainSource, interval: 1, now: firstTime}), {
	type: 'processesListed',
	processes,
});

const sceneOf = (state: State, {width, height, glyphs = unicodeGlyphs} = {width: 80, height: 24}) =>
	pickerScene(state, {area: {x: 0, y: 0, width, height}, glyphs});

test('a row tells pid, user, memory, age and command', t => {
	t.deepEqual(sceneOf(listed).rows[1], [
		'   1001',
		'anna',
		' 99.0 MiB',
		'      1h',
		'/usr/bin/worker-1 --größe',
	]);
	t.deepEqual(sceneOf(listed).headings, ['    PID', 'USER', '      RSS', '     AGE', 'COMMAND']);
});

test('what is not known is left out', t => {
	const state = after(listed, {
		type: 'processesListed',
		processes: [{pid: 7, name: 'idle', rss: 0, command: 'idle'}],
	});
	t.deepEqual(sceneOf(state).rows, [['      7', '–', '      0 B', '       –', 'idle']]);
});

test('the selected row can be seen, wherever it is', t => {
	for (const height of [5, 6, 10, 24, 60]) {
		for (const by of [0, 1, 5, 50, 98, 99]) {
			const {rows, selected} = sceneOf(after(listed, {type: 'pickerMoved', by}), {width: 80, height});
			t.is(rows[selected]?.[0]?.trim(), String(1000 + by), `${by} of ${height}`);
			t.true(rows.length <= Math.max(1, height - 4));
		}
	}
});

test('the title tells what was typed and how many there are', t => {
	t.is(sceneOf(listed).title, 'Which process? Type to filter (100)');
	t.is(sceneOf(after(listed, {type: 'pickerTyped', text: '9'})).title, 'Which process? 9_ (19)');
});

test('nothing matches', t => {
	const {rows, selected} = sceneOf(after(listed, {type: 'pickerTyped', text: 'zzz'}));
	t.deepEqual([rows, selected], [[['', '', '', '', 'no process matches']], 0]);
});

test('the columns are as wide as the list', t => {
	for (const width of [50, 80, 200]) {
		const {widths} = sceneOf(listed, {width, height: 24});
		t.true(widths.reduce((sum, column) => sum + column, 0) <= width);
	}
});

test('ASCII', t => {
	const {rows, title} = sceneOf(listed, {width: 80, height: 24, glyphs: asciiGlyphs});
	for (const text of [title, ...rows.flat()]) t.regex(text, /^[ -~]*$/);
});
