import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {readRows} from '../../../src/log/rows.ts';
import {headerLines} from '../helpers/entries.ts';
import {temporaryFolder} from '../helpers/folder.ts';

const columns = headerLines().replace(/(# timestamp in_use system).*/, '$1 rss virt approx swap');

type Expected = readonly (readonly number[])[];

/** Which rows lines have behind one whose tail is `11118840 8895072 1207959552 1 7`, with these further columns. */
const testTail = test.macro(
	async (t, lines: readonly string[], expected: Expected, further?: readonly string[]) => {
		const path = join(temporaryFolder(t), 'x.log');
		writeFileSync(path, `${columns}1294926363 1 ${tail}\n${lines.map(line => `${line}\n`).join('')}`);
		const found: number[][] = [];
		for await (const item of readRows(path, {...(further && {further})})) {
			if (item.type !== 'rows') continue;
			for (let row = 0; row < item.length; row += 1) {
				found.push(item.columns.map(column => column[row] ?? Number.NaN));
			}
		}
		t.deepEqual(found.slice(1), expected);
	},
);

const tail = '11118840 8895072 1207959552 1 7';
const said = [11_118_840, 1, 8_895_072, 1_207_959_552, 7];

test(
	'again',
	testTail,
	[`1294926364 2 ${tail}`, `1294926365 30 ${tail}`],
	[
		[1_294_926_364, 2, ...said],
		[1_294_926_365, 30, ...said],
	],
);
test(
	'only the last differs',
	testTail,
	[`1294926364 2 ${tail.slice(0, -1)}8`],
	[[1_294_926_364, 2, ...said.slice(0, -1), 8]],
);
test(
	'only the first differs',
	testTail,
	[`1294926364 2 ${tail.replace('1', '2')}`],
	[[1_294_926_364, 2, 21_118_840, ...said.slice(1)]],
);
test('one digit more', testTail, [`1294926364 2 ${tail}0`], [[1_294_926_364, 2, ...said.slice(0, -1), 70]]);
test(
	'one digit before it',
	testTail,
	[`1294926364 2 1${tail}`],
	[[1_294_926_364, 2, 111_118_840, ...said.slice(1)]],
);
test('one column less', testTail, [`1294926364 2 ${tail.slice(0, -2)}`], []);
test('one column more', testTail, [`1294926364 2 ${tail} 7`], []);
test('no in use', testTail, [`1294926364 ${tail}`], []);
test('no blank before it', testTail, [`1294926364 2${tail}`], []);
test('behind a line that is none', testTail, ['x', `1294926364 2 ${tail}`], [[1_294_926_364, 2, ...said]]);
test(
	'a CR more',
	testTail,
	[`1294926364 2 ${tail}\r`, `1294926365 3 ${tail}\r`],
	[
		[1_294_926_364, 2, ...said],
		[1_294_926_365, 3, ...said],
	],
);
test(
	'one further column',
	testTail,
	[`1294926364 2 ${tail}`, `1294926365 3 ${tail.replace('79', '80')}`],
	[
		[1_294_926_364, 2, 11_118_840, 1, 8_895_072],
		[1_294_926_365, 3, 11_118_840, 1, 8_895_072],
	],
	['rss'],
);
test(
	'further columns in the order of the log',
	testTail,
	[`+1294926364 2 ${tail}`, `1294926365 3 ${tail}`],
	[
		[1_294_926_364, 2, 11_118_840, 1, 8_895_072, 7],
		[1_294_926_365, 3, 11_118_840, 1, 8_895_072, 7],
	],
	['swap', 'rss', 'other'],
);
test('no further column', testTail, [`1294926364 2 ${tail}`], [[1_294_926_364, 2, 11_118_840, 1]], []);
