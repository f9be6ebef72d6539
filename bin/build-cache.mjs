// Keeps what V8 makes of the bundle up to the first frames of the live screen, for the Node that builds it.
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {spawn} from '@lydell/node-pty';

/** Runs the built program in a pseudo-terminal on this process, and has it write its compiled form beside the bundle. */
export const writeCache = async dist => {
	const folder = await mkdtemp(join(tmpdir(), 'memtop-build-'));
	try {
		const args = [
			resolve(dist),
			'-p',
			String(process.pid),
			'-d',
			'0.2',
			'-n',
			'3',
			'-o',
			join(folder, 'memory.log'),
		];
		const terminal = spawn(process.execPath, [resolve('bin/build-cache-run.cjs'), ...args], {
			cols: 120,
			rows: 40,
			name: 'xterm-256color',
			cwd: folder,
		});
		terminal.onData(() => {});
		await new Promise(done => terminal.onExit(done));
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};
