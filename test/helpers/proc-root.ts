import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import type {ExecutionContext} from 'ava';

/** A folder with these files by path, gone after the test; for reading it as if it were `/proc`. */
export const createFolder = (
	t: ExecutionContext,
	files: Readonly<Record<string, string | Uint8Array>>,
): string => {
	const folder = mkdtempSync(join(tmpdir(), 'memtop-test-'));
	t.teardown(() => rmSync(folder, {recursive: true}));
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), {recursive: true});
		writeFileSync(join(folder, path), content);
	}
	return folder;
};

/** A line of `/proc/PID/stat`; what is not given is plain. */
export const statLine = ({
	name = 'worker',
	state = 'S',
	flags = 4_194_560,
	minorFaults = 8077,
	majorFaults = 6,
	threads = 3,
	startTicks = 170_696,
} = {}): string =>
	`42 (${name}) ${state} 1 42 42 0 -1 ${flags} ${minorFaults} 6592 ${majorFaults} 0 3 3 5 2 20 0 ${threads} 0 ` +
	`${startTicks} 113786880 8695 18446744073709551615 0 0 0 0 0 0 0 16781318 0 0 0 0 17 1 0 0 0 0 0\n`;

/** An auxiliary vector of 64-bit words that tells pages of 4096 bytes and 100 ticks a second. */
export const auxiliaryVector = (): Uint8Array =>
	new Uint8Array(new BigUint64Array([33n, 99n, 6n, 4096n, 17n, 100n, 0n, 0n]).buffer);

/** The files every proc folder needs. */
export const machineFiles = (): Readonly<Record<string, string | Uint8Array>> => ({
	'self/auxv': auxiliaryVector(),
	stat: 'cpu  1 2 3\nintr 5\nctxt 7\nbtime 1763790000\nprocesses 9\n',
});
