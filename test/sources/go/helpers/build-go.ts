import {execFileSync} from 'node:child_process';
import {chmodSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** Ways to build the Go program of the tests. */
export const builds = {
	plain: [],
	stripped: ['-ldflags=-s -w'],
	'position-independent': ['-buildmode=pie'],
	'position-independent, stripped': ['-buildmode=pie', '-ldflags=-s -w'],
	'with C, linked by the system': ['-tags=withc', '-ldflags=-linkmode=external'],
	'with C, linked by the system, position-independent, stripped': [
		'-tags=withc',
		'-buildmode=pie',
		'-ldflags=-s -w -linkmode=external',
	],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The name of such a way. */
export type Build = keyof typeof builds;

/** Builds the Go program of the tests, once each way in this process, and returns its path; gone with the process. */
export const buildGo = (build: Build, architecture?: 'arm64'): string => {
	const name = `${Object.keys(builds).indexOf(build)}-${architecture ?? 'own'}`;
	const known = built.get(name);
	if (known !== undefined) return known;
	const path = join(folder(), name);
	const environment = architecture === undefined ? {} : {GOARCH: architecture, CGO_ENABLED: '0'};
	execFileSync('go', ['build', '-trimpath', ...builds[build], '-o', path, '.'], {
		cwd: fileURLToPath(new URL('target', import.meta.url)),
		env: {...process.env, GOFLAGS: '', GOWORK: 'off', ...environment},
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	built.set(name, path);
	return path;
};

const built = new Map<string, string>();

let own: string | undefined;

const folder = (): string => {
	if (own !== undefined) return own;
	const created = mkdtempSync(join(tmpdir(), 'memtop-go-'));
	// Some tests run the program, or look at it, as another user.
	chmodSync(created, 0o755);
	process.once('exit', () => rmSync(created, {recursive: true, force: true}));
	own = created;
	return created;
};
