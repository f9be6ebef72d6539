import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {PNG} from 'pngjs';
import {isWholePicture} from '../../src/plot/whole-picture.ts';
import {newFolder} from './run-gnuplot.ts';

const testWhole = async (t: ExecutionContext, bytes: Uint8Array, expected: boolean) => {
	const path = join(newFolder(), 'picture');
	writeFileSync(path, bytes);
	t.is(await isWholePicture(path), expected);
};

const png = PNG.sync.write(new PNG({width: 9, height: 9}));

test('a PNG', testWhole, png, true);
test('a part of it', testWhole, png.subarray(0, -1), false);
test('a PDF', testWhole, Buffer.from('%PDF-1.5\nstartxref\n13702\n%%EOF\n'), true);
test('sixels', testWhole, Buffer.from('\u001bPq~\u001b\\'), true);
test('nothing', testWhole, Buffer.alloc(0), false);
