import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

const program = fileURLToPath(new URL('programs/saw-tooth.js', import.meta.url));

/** Lends the pid of a real process whose memory moves by some MiB, and ends it afterwards. */
export const withSawTooth = async <Result>(use: (pid: number) => Promise<Result>): Promise<Result> => {
	const child = spawn(process.execPath, ['--expose-gc', program], {stdio: ['ignore', 'pipe', 'inherit']});
	const end = once(child, 'exit');
	await once(child.stdout, 'data');
	try {
		return await use(child.pid ?? Number.NaN);
	} finally {
		child.kill('SIGKILL');
		await end;
	}
};
