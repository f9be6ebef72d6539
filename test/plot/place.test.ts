import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {svgMark} from '../../src/plot/own-picture.ts';
import {placeFile} from '../../src/plot/place.ts';
import {newFolder} from './run-gnuplot.ts';

const newPicture = (): string => {
	const path = join(newFolder(), 'picture.svg');
	writeFileSync(path, 'new');
	return path;
};

const testPlace = async (t: ExecutionContext, present: Record<string, string>, name: string) => {
	const folder = newFolder();
	for (const [file, text] of Object.entries(present)) writeFileSync(join(folder, file), text, 'latin1');
	const {path} = await placeFile(newPicture(), join(folder, 'memory.svg'));
	t.is(path, join(folder, name));
	for (const [file, text] of Object.entries({...present, [name]: 'new'}))
		t.is(readFileSync(join(folder, file), 'latin1'), text);
	t.deepEqual(readdirSync(folder).sort(), [...new Set([...Object.keys(present), name])].sort());
};

const own = `${svgMark}\n<svg/>\n`;

test('a free name', testPlace, {}, 'memory.svg');
test('an SVG of our own is replaced', testPlace, {'memory.svg': own}, 'memory.svg');
test('a PNG is replaced', testPlace, {'memory.svg': '\x89PNG\r\n\x1a\n'}, 'memory.svg');
test('an SVG of somebody else is kept', testPlace, {'memory.svg': '<svg/>\n'}, 'memory-2.svg');
test('an empty file is kept', testPlace, {'memory.svg': ''}, 'memory-2.svg');
test('part of a signature is none', testPlace, {'memory.svg': '\x89PNG'}, 'memory-2.svg');
test('the next is kept too', testPlace, {'memory.svg': 'a', 'memory-2.svg': 'b'}, 'memory-3.svg');
test('the next of our own is replaced', testPlace, {'memory.svg': 'a', 'memory-2.svg': own}, 'memory-2.svg');

test.serial('no empty folder stays when the copy fails', async t => {
	const before = process.env.TMPDIR;
	const temporary = join(newFolder(), 'temporary');
	mkdirSync(temporary);
	process.env.TMPDIR = temporary;
	await t.throwsAsync(placeFile('/missing/picture.svg', undefined), {code: 'ENOENT'});
	if (before === undefined) delete process.env.TMPDIR;
	else process.env.TMPDIR = before;
	t.deepEqual(readdirSync(temporary), []);
});
