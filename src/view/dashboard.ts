import {shownSource} from '../app/shown-source.ts';
import type {State} from '../app/state.ts';
import {formatDuration} from '../model/duration.ts';
import {blankCells, type Cells, putCells, putLine, type Rectangle} from './cells.ts';
import {chartPanel} from './chart-panel.ts';
import type {Glyphs} from './glyphs.ts';
import {header} from './header.ts';
import {help, helpOffset} from './help.ts';
import {keyLine} from './key-line.ts';
import {layoutFor} from './layout.ts';
import {meaningLine} from './meaning-line.ts';
import {numbers} from './numbers.ts';
import {panel} from './panel.ts';
import {pickerScene} from './picker.ts';
import type {Region, RegionId, Scene, Size} from './scene.ts';
import {type Line, span} from './style.ts';
import {tableWidths} from './table/cell.ts';
import {table} from './table/table.ts';
import {cursorHeading} from './table/words.ts';

/**
 * The whole screen for a state, a size and a set of characters.
 *
 *     header   what is watched · how the recording stands
 *     meaning  what the gaps mean, where there is something to say
 *     inUse    ┌ chart ┐┌ table ┐
 *     system   └ chart ┘└───────┘
 *     keys     what the keys do, or what there is to say
 *
 * Below 50 by 10 cells there are numbers only, below 20 by 5 one line of them. Help and picker lie over it.
 */
export const dashboard = (now: State, size: Size, glyphs: Glyphs): Scene => {
	// What names the source, and all that is told by its metrics, goes by the one that read what is looked at.
	const state = {...now, source: shownSource(now)};
	const whole = {x: 0, y: 0, width: size.columns, height: size.rows};
	const regions = [...base(state, size, glyphs), ...overlay(state, whole, glyphs)];
	if (state.overlay === 'help')
		return {size, regions, helpOffset: helpOffset(state, {...inset(whole), glyphs})};
	if (state.overlay !== 'picker') return {size, regions};
	return {size, regions, picker: pickerScene(state, {area: inset(whole), glyphs})};
};

const base = (state: State, size: Size, glyphs: Glyphs): readonly Region[] => {
	if (!state.target) return keysOnly(state, size, glyphs);
	if (size.columns < 50 || size.rows < 10) {
		return numbersOnly(state, size, glyphs);
	}
	const meaning = meaningLine(state, {width: size.columns, glyphs});
	const places = layoutFor(size, meaning !== undefined);
	return [
		lineRegion('header', places.header, header(state, {width: size.columns, glyphs})),
		...(meaning && places.meaning.height > 0 ? [lineRegion('meaning', places.meaning, meaning)] : []),
		region('inUse', places.inUse, chartPanel(state, 0, {...places.inUse, glyphs})),
		region('system', places.system, chartPanel(state, 1, {...places.system, glyphs})),
		...tableRegions(state, places.table, glyphs),
		...keysOnly(state, size, glyphs),
	];
};

// A question is on the smallest screen too, or the keys that answer it would mean nothing.
const numbersOnly = (state: State, size: Size, glyphs: Glyphs): readonly Region[] => {
	const keys = state.overlay === 'leaving' || state.overlay === 'mark' ? keysOnly(state, size, glyphs) : [];
	const room = {...size, rows: size.rows - keys.length};
	const area = {x: 0, y: 0, width: room.columns, height: room.rows};
	return room.rows > 0 ? [region('numbers', area, numbers(state, room, glyphs)), ...keys] : keys;
};

const tableRegions = (state: State, area: Rectangle, glyphs: Glyphs): readonly Region[] => {
	if (area.height < 4) return [];
	const content = blankCells(area.width - 2, area.height - 2);
	const width = area.width - 4 < tableWidths.wide ? tableWidths.narrow : tableWidths.wide;
	const shown = table(state, {height: area.height - 2, width, glyphs});
	putCells(content, {x: 1, y: 0}, shown);
	const heading = cursorHeading(state);
	const left = heading.length > 0 ? heading : [span('Memory', 'strong')];
	const right = [span(glyphs.plain(tableNote(state)), 'dim')];
	return [
		region('table', area, panel(glyphs, {width: area.width, height: area.height, left, right, content})),
	];
};

const tableNote = ({interval, other, view}: State): string => {
	if (!other) return `every ${formatDuration(interval)}`;
	return view.align === 'start' ? 'from their starts' : 'by the clock';
};

const keysOnly = (state: State, {columns, rows}: Size, glyphs: Glyphs): readonly Region[] => [
	lineRegion(
		'keys',
		{x: 0, y: rows - 1, width: columns, height: 1},
		keyLine(state, {width: columns, glyphs}),
	),
];

const overlay = (state: State, whole: Rectangle, glyphs: Glyphs): readonly Region[] => {
	if (state.overlay !== 'help') return [];
	const area = inset(whole);
	return [region('help', area, help(state, {...area, glyphs}))];
};

// Between the header and the keys, which stay to be seen.
const inset = ({width, height}: Rectangle): Rectangle => {
	const y = height > 8 ? 1 : 0;
	return {x: 0, y, width, height: height - y - 1};
};

const region = (id: RegionId, area: Rectangle, cells: Cells): Region => ({id, area, cells});

const lineRegion = (id: RegionId, area: Rectangle, line: Line): Region => {
	const cells = blankCells(area.width, 1);
	putLine(cells, {x: 0, y: 0}, line);
	return region(id, area, cells);
};
