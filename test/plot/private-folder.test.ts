import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {CannotGoOnError} from '../../src/model/cannot-go-on-error.ts';
import {drawPicture} from '../../src/plot/drawing.ts';
import {pictureOf, waves} from './recording.ts';
import {newFolder} from './run-gnuplot.ts';

/** Drawing where temporary files cannot be written says so in one clause. */
const testNowhere = async (t: ExecutionContext, make: () => string, reason: string) => {
	const before = process.env.TMPDIR;
	const temporary = make();
	process.env.TMPDIR = temporary;
	try {
		await t.throwsAsync(drawPicture({picture: pictureOf(waves(10), 0), display: false}).done, {
			instanceOf: CannotGoOnError,
			message: `expected a folder for temporary files that can be written, got ${reason}: ${temporary}`,
		});
	} finally {
		if (before === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = before;
	}
};

const newFile = (): string => {
	const path = join(newFolder(), 'file');
	writeFileSync(path, '');
	return path;
};

test.serial('no folder', testNowhere, () => join(newFolder(), 'missing'), 'no such folder');
test.serial('a file in its place', testNowhere, newFile, 'a file in place of a folder');
test.serial('a folder of the system', testNowhere, () => '/proc/self', 'no such folder');
