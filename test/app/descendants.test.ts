import test from 'ava';
import {pickerRows} from '../../src/app/picker.ts';
import {update} from '../../src/app/update.ts';
import type {ProcessInfo} from '../../src/model/process-info.ts';
import type {Relative} from '../../src/model/relative.ts';
import {unicodeGlyphs} from '../../src/view/glyphs.ts';
import {meaningLine} from '../../src/view/meaning-line.ts';
import {pickerScene} from '../../src/view/picker.ts';
import {plainSource} from '../fixtures/source.ts';
import {after, openedState, target} from '../fixtures/watch.ts';

const relative = (pid: number, depth: number): Relative => ({
	...{pid, name: `p${pid}`, depth, startTime: 0, rss: 1, cpuTime: 0},
});
const tree = [relative(4242, 0), relative(20, 1), relative(5, 2), relative(30, 1)];
const processes: readonly ProcessInfo[] = [5, 7, 20, 4242].map(pid => ({
	...{pid, name: `p${pid}`, command: `run ${pid}`, rss: pid},
}));

const opened = openedState(plainSource);
const listed = after(opened, {type: 'descendantsAsked'}, {type: 'processesListed', processes, tree});

test('d asks for the tree, which lists what there is of it, indented', t => {
	const [state, effects] = update(opened, {type: 'descendantsAsked'});
	t.deepEqual(effects, [{type: 'listProcesses'}]);
	t.deepEqual([state.overlay, state.picker.tree], ['picker', []]);
	t.deepEqual(
		pickerRows(listed.picker).map(({pid, depth}) => [pid, depth]),
		[
			[4242, 0],
			[20, 1],
			[5, 2],
		],
	);
	const {rows, title} = pickerScene(listed, {
		area: {x: 0, y: 0, width: 80, height: 24},
		glyphs: unicodeGlyphs,
	});
	t.is(title, 'Which process of the tree? Type to filter (3)');
	t.deepEqual(
		rows.map(row => row.at(-1)),
		['run 4242', '  run 20', '    run 5'],
	);
});

test('the tree is filtered as the list is', t => {
	const typed = after(listed, {type: 'pickerTyped', text: '20'});
	t.deepEqual(
		pickerRows(typed.picker).map(({pid}) => pid),
		[20],
	);
});

test('Enter watches one of the tree', t => {
	const [, effects] = update(after(listed, {type: 'pickerMoved', by: 2}), {type: 'pickerChosen'});
	t.deepEqual(effects, [{type: 'watch', pid: 5, isRelative: true}]);
});

test('p lists all of them again', t => {
	const all = after(listed, {type: 'pickerClosed'}, {type: 'pickerOpened'});
	t.is(all.picker.tree, undefined);
	t.is(pickerRows(all.picker).length, 4);
});

test('what the target only waits for is offered, and d watches it', t => {
	const offered = after(opened, {type: 'waitingFound', relative: relative(20, 1)});
	const line = meaningLine(offered, {width: 120, glyphs: unicodeGlyphs}) ?? [];
	t.is(line.map(({text}) => text).join(''), ' prometheus only waits for p20 (pid 20): d watches it');
	const [, effects] = update(offered, {type: 'descendantsAsked'});
	t.deepEqual(effects, [{type: 'watch', pid: 20, isRelative: true}]);
	t.is(
		meaningLine(after(offered, {type: 'waitingFound', relative: undefined}), {
			width: 120,
			glyphs: unicodeGlyphs,
		}),
		undefined,
	);
	const moved = {type: 'opened', target: {...target, pid: 20}, source: plainSource, interval: 1} as const;
	t.is(after(offered, moved).waitsFor, undefined);
});
