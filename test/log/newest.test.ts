import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {newestRecording} from '../../src/log/newest.ts';
import {headerEntry, headerLines, sampleLine} from './helpers/entries.ts';
import {temporaryFolder} from './helpers/folder.ts';

const testNewest = test.macro(
	async (t, text: string, inUse: readonly number[] | undefined, header: object | undefined) => {
		const path = join(temporaryFolder(t), 'x.log');
		writeFileSync(path, text);
		const curve = await newestRecording(path);
		t.deepEqual(curve && [...curve.inUse], inUse);
		t.deepEqual(curve?.header, header);
	},
);

const {header} = headerEntry();
const later = headerLines('"host":"other"');
const further = headerLines('"host":"web-3","continues":true');
const switched = further.replace(/"source":"[a-z]+"/, '"source":"go"');
const recording = `${headerLines()}${sampleLine(1)}${sampleLine(2)}`;

test('nothing', testNewest, '', undefined, undefined);
test('no sample', testNewest, headerLines(), undefined, undefined);
test('one', testNewest, recording, [1000, 2000], header);
test('a cut', testNewest, `${recording}\n${sampleLine(3)}`, [1000, 2000, Number.NaN, 3000], header);
test('a cut at the end', testNewest, `${recording}\n`, [1000, 2000], header);
test('the last of two', testNewest, `${recording}\n\n${later}${sampleLine(5)}`, [5000], {
	...header,
	host: 'other',
});
test('the last with a sample', testNewest, `${recording}\n\n${later}`, [1000, 2000], header);
test(
	'all its stretches',
	testNewest,
	`${recording}\n${further}${sampleLine(3)}`,
	[1000, 2000, Number.NaN, 3000],
	header,
);
test(
	'from where another source goes on',
	testNewest,
	`${recording}\n${switched}${sampleLine(3)}${sampleLine(4)}`,
	[3000, 4000],
	{...header, source: 'go', continues: true},
);
test('a switch without a sample is none', testNewest, `${recording}\n${switched}`, [1000, 2000], header);
test('a plain log', testNewest, '5 1 2\n6 3 4\n', [1, 3], undefined);

test('every column', async t => {
	const path = join(temporaryFolder(t), 'x.log');
	writeFileSync(path, `${recording}what\n\n${sampleLine(3)}`);
	t.deepEqual(await newestRecording(path), {
		time: Float64Array.of(1_763_791_236, 1_763_791_237, Number.NaN, 1_763_791_238),
		inUse: Float64Array.of(1000, 2000, Number.NaN, 3000),
		system: Float64Array.of(9000, 9000, Number.NaN, 9000),
		rss: Float64Array.of(1000, 2000, Number.NaN, 3000),
		...{header, samples: 3, damaged: 1},
	});
});

test('many samples', async t => {
	const path = join(temporaryFolder(t), 'x.log');
	const lines = Array.from({length: 5000}, (_, index) => sampleLine(index));
	writeFileSync(path, headerLines() + lines.join(''));
	const curve = await newestRecording(path);
	t.is(curve?.samples, 5000);
	t.true(curve?.inUse.every((value, index) => value === 1000 * index));
});
