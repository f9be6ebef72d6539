import test, {type ExecutionContext} from 'ava';
import {runMemtop, showMemtop} from '../helpers/memtop.ts';
import {createFolder} from '../helpers/proc-root.ts';
import {logText} from '../helpers/recorded.ts';
import {buildGo} from '../sources/go/helpers/build-go.ts';

/** What the headers of a log say, oldest first. */
const headersIn = (folder: string) =>
	[...logText(folder).matchAll(/^# memtop 1 (.*)$/gm)].map(([, json = '']) => {
		const {name, source, continues = false} = JSON.parse(json);
		return {name, source, continues};
	});

const name = (path: string): string => path.split('/').at(-1) ?? '';

/** Records a script for a second, in which `PROGRAM` is a Go program. */
const records = async (t: ExecutionContext, script: string, before: string) => {
	const path = await buildGo('plain');
	const folder = createFolder(t, {});
	const command = ['sh', '-c', script.replace('PROGRAM', `sleep 2 | timeout 1.5 true; exec ${path}`)];
	t.log(before, command, name(path), folder);
	await runMemtop(t, ['record', '-d', 0.05, '--', ...command], folder);
	t.log(headersIn(folder));
	t.pass();
};
void showMemtop;
test('x', records, 'PROGRAM', 'sh');
