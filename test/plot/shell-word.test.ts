import {execFileSync} from 'node:child_process';
import test, {type ExecutionContext} from 'ava';
import {fileWord} from '../../src/plot/shell-word.ts';
import {hostileNames} from './recording.ts';

const testWord = (t: ExecutionContext, name: string, word: string) => t.is(fileWord(name), word);

test('a plain name is itself', testWord, 'memory.gp', 'memory.gp');
test('a path too', testWord, '/a/b-c_1/memory.gp', '/a/b-c_1/memory.gp');
test('a name like an option', testWord, '-e.gp', './-e.gp');
test('a name like a home', testWord, '~root.gp', "'./~root.gp'");
test('a name like a pipe', testWord, '<id.gp', "'./<id.gp'");
test('spaces', testWord, 'a b.gp', "'a b.gp'");
test('quotes', testWord, "it's.gp", "'it'\\''s.gp'");
test('an absolute path with spaces', testWord, '/a b/x.gp', "'/a b/x.gp'");

const testShell = (t: ExecutionContext, name: string) => {
	const said = execFileSync('sh', ['-c', `printf %s ${fileWord(name)}`], {encoding: 'utf8'});
	t.is(said.replace(/^\.\//, ''), name);
};

for (const name of hostileNames) test(`the shell reads one word: ${name}`, testShell, name);
