import test from 'ava';
import {type Layout, layoutFor} from '../../src/view/layout.ts';

/** How often each cell of the screen is in a place. */
const coverage = (layout: Layout, columns: number, rows: number): readonly number[] => {
	const counts = Array.from({length: columns * rows}, () => 0);
	for (const {x, y, width, height} of Object.values(layout)) {
		for (let row = y; row < y + height; row += 1) {
			for (let column = x; column < x + width; column += 1) {
				const inside = row < rows && column < columns;
				counts[inside ? row * columns + column : 0] = (counts[row * columns + column] ?? 99) + 1;
			}
		}
	}
	return counts;
};

test('every cell of a screen of any size is in one place', t => {
	for (let columns = 50; columns <= 200; columns += 3) {
		for (let rows = 10; rows <= 80; rows += 1) {
			const counts = coverage(layoutFor({columns, rows}), columns, rows);
			t.true(
				counts.every(count => count === 1),
				`${columns}x${rows}`,
			);
		}
	}
});

test('both charts have room for a line, and differ by no more than two rows', t => {
	for (let rows = 10; rows <= 80; rows += 1) {
		const {inUse, system} = layoutFor({columns: 80, rows});
		t.true(inUse.height >= 3 && system.height >= inUse.height && system.height - inUse.height <= 2);
	}
});

const testTable = test.macro((t, columns: number, rows: number, place: 'beside' | 'below' | 'none') => {
	const {table, inUse} = layoutFor({columns, rows});
	const places = {
		beside: table.x === inUse.width,
		below: table.x === 0 && table.height > 0,
		none: table.height === 0,
	};
	t.true(places[place]);
});

test('the table beside the charts', testTable, 80, 24, 'beside');
test('the table beside the charts on a wide, low screen', testTable, 200, 10, 'beside');
test('the table below the charts', testTable, 50, 40, 'below');
test('no room for the table', testTable, 50, 12, 'none');
