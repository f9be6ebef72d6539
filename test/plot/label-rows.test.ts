import test, {type ExecutionContext} from 'ava';
import {labelRows} from '../../src/plot/label-rows.ts';

/** Places of texts 100 wide in two rows from 0 to 1000: row and side, or nothing. */
const testRows = (t: ExecutionContext, places: readonly number[], expected: readonly string[]) => {
	const placeOf = labelRows({left: 0, right: 1000, rows: 2, distance: 10});
	const found = places.map(at => placeOf({at, width: 100}));
	t.deepEqual(
		found.map(place => (place ? `${place.row} ${place.side}` : 'none')),
		[...expected],
	);
};

test('far from each other', testRows, [0, 200], ['0 right', '0 right']);
test('as near as can be', testRows, [0, 110], ['0 right', '0 right']);
test('nearer', testRows, [0, 109], ['0 right', '1 right']);
test('three at once, of which one turns', testRows, [500, 500, 500], ['0 right', '1 right', '0 left']);
test('five at once', testRows, [500, 500, 500, 500, 500], ['0 right', '1 right', '0 left', '1 left', 'none']);
test('before the right edge', testRows, [890, 891], ['0 right', '0 left']);
test('no room on either side', testRows, [5, 5, 5], ['0 right', '1 right', 'none']);
