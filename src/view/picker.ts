import {type PickerRow, pickerRows} from '../app/picker.ts';
import type {State} from '../app/state.ts';
import {formatBytes} from '../model/bytes.ts';
import {formatDuration} from '../model/duration.ts';
import type {Rectangle} from './cells.ts';
import type {Glyphs} from './glyphs.ts';
import type {PickerScene} from './scene.ts';

const fixed = [7, 10, 9, 8] as const;

/** The list of processes to choose from, in an area of the screen; only the rows that can be seen are made. */
export const pickerScene = (state: State, {area, glyphs}: {area: Rectangle; glyphs: Glyphs}): PickerScene => {
	const all = pickerRows(state.picker);
	const room = Math.max(1, area.height - 4);
	const first = Math.max(0, Math.min(state.picker.selected - Math.floor(room / 2), all.length - room));
	const rows = all.slice(first, first + room).map(process => row(process, state.now).map(glyphs.plain));
	const command = Math.max(8, area.width - 5 - fixed.reduce((sum, width) => sum + width + 1, 0));
	const question = state.picker.tree ? 'Which process of the tree?' : 'Which process?';
	const title =
		state.picker.filter === ''
			? `${question} Type to filter`
			: `${question} ${tail(state.picker.filter, area.width - 40)}_`;
	return {
		area,
		title: glyphs.plain(`${title} (${all.length})`),
		headings: [
			'PID'.padStart(fixed[0]),
			'USER',
			'RSS'.padStart(fixed[2]),
			'AGE'.padStart(fixed[3]),
			'COMMAND',
		],
		widths: [...fixed, command],
		rows: rows.length > 0 ? rows : [['', '', '', '', 'no process matches']],
		selected: state.picker.selected - first,
	};
};

// What was typed last is what one looks at.
const tail = (text: string, room: number): string => text.slice(-Math.max(8, room));

const row = ({pid, user, rss, startTime, command, depth}: PickerRow, now: number): readonly string[] => [
	String(pid).padStart(fixed[0]),
	user ?? '–',
	formatBytes(rss).padStart(fixed[2]),
	(startTime === undefined ? '–' : formatDuration(Math.max(0, Math.round(now - startTime)))).padStart(
		fixed[3],
	),
	'  '.repeat(depth) + command,
];
