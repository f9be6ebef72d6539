import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {setTimeout} from 'node:timers/promises';
import {firstFrameTime} from './first-frame-time.ts';
import {withFolder} from './folder.ts';
import {memtop} from './memtop.ts';
import {openPseudoTerminal} from './pseudo-terminal.ts';
import type {Benchmark, Row} from './row.ts';
import {withSawTooth} from './saw-tooth.ts';
import {median, spread} from './statistics.ts';

const pairs = 25;

/** Milliseconds that the first frame may come later than an empty Node program ends. */
const allowed = 50;

/** How long it takes from the start to the first frame with everything on it, beside Node alone. */
export const firstFrame: Benchmark = {
	name: 'first-frame',
	run: turns => turns(() => withSawTooth(measure)),
};

const measure = async (pid: number): Promise<readonly Row[]> => {
	const frames: number[] = [];
	const bare: number[] = [];
	// In turn, so that whatever else the machine does slows down both.
	for (let pair = 0; pair < pairs; pair += 1) {
		bare.push(await timeBareNode());
		frames.push(await timeFirstFrame(pid));
	}
	const difference = median(frames) - median(bare);
	return [
		{
			what: 'exec to first complete frame, 120x40',
			reach: `\`node -e 0\` + ${allowed} ms`,
			measured: `\`node -e 0\` + ${difference.toFixed(1)} ms: ${spread(frames, 1)} against ${spread(bare, 1)} ms, median of ${pairs} pairs`,
			isReached: difference <= allowed,
		},
	];
};

const timeBareNode = async (): Promise<number> => {
	const start = performance.now();
	await once(spawn(process.execPath, ['-e', '0'], {stdio: 'ignore'}), 'exit');
	return performance.now() - start;
};

const timeFirstFrame = (pid: number): Promise<number> =>
	withFolder(async folder => {
		const terminal = openPseudoTerminal([memtop, '-p', String(pid)], {folder, columns: 120, rows: 40});
		await setTimeout(1000);
		await terminal.quit();
		return (await firstFrameTime(terminal.chunks)) - terminal.start;
	});
