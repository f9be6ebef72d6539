// Looks for the programs that the tests run for real. As root, or with CI=true, installs the missing ones; otherwise
// says how to, and fails: a test that cannot run is not passed over.
import {spawnSync} from 'node:child_process';
import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';

/** Programs by the Debian package that brings them. */
const needed = [
	{program: 'gnuplot', package: 'gnuplot-nox'},
	{program: 'python3', package: 'python3-minimal'},
	{program: 'go', package: 'golang-go'},
	{program: 'gcc', package: 'build-essential'},
	{program: 'flock', package: 'util-linux'},
	{program: 'ps', package: 'procps'},
] as const;

const isInstalled = (program: string): boolean =>
	(process.env.PATH ?? '').split(delimiter).some(folder => {
		try {
			accessSync(join(folder, program), constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});

const run = (command: readonly string[]): boolean => {
	const [program = '', ...args] = command;
	return spawnSync(program, args, {stdio: ['ignore', 'inherit', 'inherit']}).status === 0;
};

const missing = needed.filter(({program}) => !isInstalled(program));
if (missing.length > 0) {
	const isRoot = process.getuid?.() === 0;
	const asRoot = isRoot ? [] : ['sudo'];
	const install = [...asRoot, 'apt-get', 'install', '-y', ...missing.map(entry => entry.package)];
	const names = missing.map(({program}) => program).join(', ');
	if (!isRoot && process.env.CI !== 'true') {
		console.error(`The tests need ${names}; install with: sudo apt-get update && ${install.join(' ')}`);
		process.exit(1);
	}
	console.error(`Installing what the tests need: ${names}`);
	const isDone = run([...asRoot, 'apt-get', 'update']) && run(install);
	if (!isDone) process.exit(1);
}
