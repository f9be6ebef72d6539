import {execFileSync} from 'node:child_process';
import {chmodSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** Compiles the Java program of the tests, once in this process, and returns the folder of its class; gone with the process. */
export const compileJava = (): string => {
	if (compiled !== undefined) return compiled;
	const folder = mkdtempSync(join(tmpdir(), 'memtop-java-'));
	// Some tests run the program as another user.
	chmodSync(folder, 0o755);
	process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
	const source = fileURLToPath(new URL('../programs/Target.java', import.meta.url));
	execFileSync('javac', ['-d', folder, source], {stdio: ['ignore', 'inherit', 'inherit']});
	compiled = folder;
	return folder;
};

let compiled: string | undefined;
