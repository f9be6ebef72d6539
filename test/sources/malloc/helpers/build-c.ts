import {execFileSync} from 'node:child_process';
import {chmodSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** Ways to build the C program of the tests. */
export const builds = {
	plain: [],
	'not position-independent': ['-no-pie'],
	static: ['-static'],
	'static, position-independent': ['-static-pie'],
	'static, stripped': ['-static', '-s'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The name of such a way. */
export type Build = keyof typeof builds;

/** Builds the C program of the tests, once each way in this process, and returns its path; gone with the process. */
export const buildC = (build: Build): string => {
	const known = built.get(build);
	if (known !== undefined) return known;
	const path = join(folder(), String(built.size));
	const source = fileURLToPath(new URL('../programs/heap.c', import.meta.url));
	execFileSync('gcc', ['-O2', '-pthread', ...builds[build], '-o', path, source], {stdio: 'inherit'});
	built.set(build, path);
	return path;
};

const built = new Map<Build, string>();

let own: string | undefined;

const folder = (): string => {
	if (own !== undefined) return own;
	const created = mkdtempSync(join(tmpdir(), 'memtop-c-'));
	// Some tests run the program, or look at it, as another user.
	chmodSync(created, 0o755);
	process.once('exit', () => rmSync(created, {recursive: true, force: true}));
	own = created;
	return created;
};
