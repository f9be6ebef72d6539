import blessed from 'blessed';
import type {Region, RegionId, Scene} from '../view/scene.ts';
import type {Theme} from './theme.ts';

/** Puts the regions of scenes into boxes of a screen; what it returns shows one scene. */
export const painter = (screen: blessed.Widgets.Screen, theme: Theme): ((scene: Scene) => void) => {
	const boxes = new Map<RegionId, {box: blessed.Widgets.BoxElement; region: Region}>();
	let places = '';
	return scene => {
		const now = placesOf(scene);
		if (now !== places) screen.clearRegion(0, scene.size.columns, 0, scene.size.rows);
		places = now;
		for (const [id, {box}] of boxes) if (!scene.regions.some(region => region.id === id)) box.hide();
		for (const region of scene.regions) show(region);
	};

	function show(region: Region): void {
		const known = boxes.get(region.id);
		if (known) {
			known.region = region;
			known.box.show();
			return;
		}
		const entry = {box: blessed.box({parent: screen, width: 0, height: 0}), region};
		// The box's own drawing parses text and measures itself; a region is cells already.
		entry.box.render = () => {
			if (!entry.box.hidden) paintCells(screen.lines, entry.region, theme);
			return undefined as never;
		};
		boxes.set(region.id, entry);
	}
};

const placesOf = ({size, regions, picker}: Scene): string =>
	JSON.stringify([size, picker?.area, ...regions.map(({id, area}) => [id, area])]);

const paintCells = (lines: blessed.Widgets.ScreenLine[], {area, cells}: Region, theme: Theme): void => {
	for (let row = 0; row < cells.height; row += 1) {
		const line = lines[area.y + row];
		if (line) paintRow(line, {area, cells, row}, theme);
	}
};

const paintRow = (
	line: blessed.Widgets.ScreenLine,
	{area, cells, row}: Pick<Region, 'area' | 'cells'> & {row: number},
	theme: Theme,
): void => {
	for (let column = 0; column < cells.width; column += 1) {
		const cell = line[area.x + column];
		const index = row * cells.width + column;
		const attribute = theme[cells.styles[index] ?? 0] ?? 0;
		const character = characters[cells.codes[index] ?? 32] ?? characterOf(cells.codes[index] ?? 32);
		if (!cell || (cell[0] === attribute && cell[1] === character)) continue;
		cell[0] = attribute;
		cell[1] = character;
		line.dirty = true;
	}
};

// One string a character, made once: thousands of cells are compared in every frame.
const characters: string[] = [];

const characterOf = (code: number): string => {
	const character = String.fromCharCode(code);
	characters[code] = character;
	return character;
};
