import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {nodeProgram} from '../../helpers/node-versions.ts';
import {buildGo} from '../../sources/go/helpers/build-go.ts';
import {buildBusyC} from './busy-c.ts';

/** A busy program, and how it is read. */
export type Disturbed = {
	/** The source that reads it. */
	readonly source: string;
	/** What it is and how often it is read, to be told in the table. */
	readonly what: string;
	/** Builds it where that is needed, and returns the command that starts it. */
	readonly command: () => readonly string[];
	readonly environment?: Readonly<Record<string, string>>;
	/** What Node is told to run to read the process with this pid. */
	readonly reading: (pid: number) => readonly string[];
};

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

// The whole of memtop: what it does beside its source counts too.
const record =
	(source: string) =>
	(pid: number): readonly string[] => {
		const options = ['--source', source, '-d', '0.1', '-o', '-'];
		return [pathOf('../../../src/cli.ts'), 'record', '-p', String(pid), ...options];
	};

let own: string | undefined;

const folder = (): string => {
	if (own !== undefined) return own;
	const created = mkdtempSync(join(tmpdir(), 'memtop-busy-'));
	process.once('exit', () => rmSync(created, {recursive: true, force: true}));
	own = created;
	return created;
};

const buildJava = (): readonly string[] => {
	execFileSync('javac', ['-d', folder(), pathOf('programs/Busy.java')]);
	return ['java', '-XX:+UseG1GC', '-Xmx256m', '-cp', folder(), 'Busy'];
};

/** One for each source that reads foreign memory or files of a runtime. */
export const disturbed: readonly Disturbed[] = [
	{
		source: 'go',
		what: 'a busy Go program, its source read at 100 Hz',
		command: () => [buildGo('stripped')],
		environment: {GOGC: '', GOMEMLIMIT: '', GOMAXPROCS: '1'},
		reading: pid => [pathOf('reader.ts'), String(pid)],
	},
	{
		source: 'jvm',
		what: 'a busy JVM (G1), recorded at 10 Hz',
		command: buildJava,
		reading: record('jvm'),
	},
	{
		source: 'malloc',
		what: 'a busy C program (1 thread, 200,000 free chunks), recorded at 10 Hz',
		command: () => [buildBusyC(), '1'],
		reading: record('malloc'),
	},
	{
		source: 'malloc',
		what: 'a busy C program (4 threads and arenas, 200,000 free chunks), recorded at 10 Hz',
		command: () => [buildBusyC(), '4'],
		reading: record('malloc'),
	},
	{
		source: 'v8',
		what: 'a busy Node program (Node 20), recorded at 10 Hz',
		command: () => [nodeProgram(20), pathOf('programs/busy.js')],
		reading: record('v8'),
	},
];
