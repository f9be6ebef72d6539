import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {text} from 'node:stream/consumers';
import {fileURLToPath} from 'node:url';
import type {Refusal} from '../../src/sources/source.ts';

/** What a source tells a user without privileges of a process; this one when it has none itself. */
export const openAsOther = async (source: string, pid: number): Promise<Partial<Refusal>> => {
	const script = fileURLToPath(new URL('open-by-pid.ts', import.meta.url));
	const user = process.getuid?.() === 0 ? {uid: 65_534, gid: 65_534} : {};
	const child = spawn(process.execPath, ['--import=tsx', script, source, String(pid)], {
		...user,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
	return JSON.parse(output);
};
