import test from 'ava';
import {runProgram} from '../../../src/platform/portable/run.ts';

test('what a program prints, without a shell between', async t => {
	t.is(await runProgram(process.execPath, ['-p', '1 + 1; "$HOME;"']), '$HOME;\n');
});

test('a program that fails', async t => {
	await t.throwsAsync(runProgram(process.execPath, ['-e', 'process.exit(3)']), {code: 3});
});

test('a program that is not there', async t => {
	await t.throwsAsync(runProgram('/no/such/program', []), {code: 'ENOENT'});
});
