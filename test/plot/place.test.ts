import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {CannotGoOnError} from '../../src/model/cannot-go-on-error.ts';
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

const testNowhere = async (t: ExecutionContext, name: string, reason: string) => {
	const wanted = join(newFolder(), name);
	const {path, note} = await placeFile(newPicture(), wanted);
	t.is(note, `cannot write ${wanted}: ${reason}`);
	t.is(readFileSync(path, 'utf8'), 'new');
	rmSync(dirname(path), {recursive: true});
};

test('a name that is too long', testNowhere, `${'a'.repeat(252)}.svg`, 'too long a name');
test('no such folder', testNowhere, 'missing/memory.svg', 'no such folder');

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
	await t.throwsAsync(placeFile('/missing/picture.svg', undefined), {instanceOf: CannotGoOnError});
	if (before === undefined) delete process.env.TMPDIR;
	else process.env.TMPDIR = before;
	t.deepEqual(readdirSync(temporary), []);
});
