import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** Builds the busy C program, once in this process, and returns its path; gone with the process. */
export const buildBusyC = (): string => {
	if (built !== undefined) return built;
	const folder = mkdtempSync(join(tmpdir(), 'memtop-busy-c-'));
	process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
	built = join(folder, 'busy');
	const source = fileURLToPath(new URL('programs/busy.c', import.meta.url));
	execFileSync('gcc', ['-O2', '-pthread', '-o', built, source]);
	return built;
};

let built: string | undefined;
