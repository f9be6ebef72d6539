import test from 'ava';
import type {Answer} from '../../../src/terminal/graphics/answers.ts';
import {usableSize} from '../../../src/terminal/graphics/usable-size.ts';

type Case = {
	readonly cells: readonly [number, number];
	readonly answers: readonly Answer[];
	readonly is: string;
};

const sixelArea = (width: number, height: number): Answer => ({kind: 'sixelArea', width, height});

const cases: Readonly<Record<string, Case>> = {
	'xterm, whose pictures are as large as its window': {
		cells: [100, 30],
		answers: [sixelArea(800, 510)],
		is: '800x474',
	},
	'xterm in a window larger than its pictures may be': {
		cells: [200, 60],
		answers: [sixelArea(1000, 1000)],
		is: '1000x966',
	},
	'xterm that also says the size of a character': {
		cells: [100, 30],
		answers: [
			sixelArea(600, 390),
			{kind: 'textArea', width: 600, height: 390},
			{kind: 'cell', width: 6, height: 13},
		],
		is: '600x360',
	},
	'only the size of the text': {
		cells: [80, 24],
		answers: [{kind: 'textArea', width: 808, height: 480}],
		is: '808x438',
	},
	'nothing is said': {cells: [80, 24], answers: [{kind: 'nothing'}], is: '720x396'},
	'a wall of screens': {
		cells: [1000, 300],
		answers: [{kind: 'cell', width: 10, height: 20}],
		is: '3840x2160',
	},
	'a terminal without room for it': {cells: [80, 7], answers: [], is: 'undefined'},
	'a terminal with no lines': {cells: [0, 0], answers: [sixelArea(800, 510)], is: 'undefined'},
};

for (const [name, {cells, answers, is}] of Object.entries(cases)) {
	test(name, t => {
		const [columns, rows] = cells;
		const size = usableSize(answers, {columns, rows});
		t.is(size ? `${size.width}x${size.height}` : 'undefined', is);
	});
}
