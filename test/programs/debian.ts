import {spawnSync} from 'node:child_process';
import {accessSync, constants, existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';

type Need = {readonly package: string} & ({readonly program: string} | {readonly library: string});

/** Programs and libraries by the Debian package that brings them. */
const needed = [
	{program: 'gnuplot', package: 'gnuplot-nox'},
	{program: 'python3', package: 'python3-minimal'},
	{program: 'go', package: 'golang-go'},
	{program: 'gcc', package: 'build-essential'},
	{program: 'flock', package: 'util-linux'},
	{program: 'ps', package: 'procps'},
	{program: 'java', package: 'default-jdk-headless'},
	{program: 'javac', package: 'default-jdk-headless'},
	{program: 'Xvfb', package: 'xvfb'},
	{program: 'xterm', package: 'xterm'},
	{library: 'libjemalloc.so.2', package: 'libjemalloc2'},
] as const satisfies readonly Need[];

/**
 * Installs the missing ones by apt-get, as root or with CI=true; else says how to.
 * Returns whether all are there now.
 */
export const installDebianPackages = (): boolean => {
	const missing = needed.filter(need => !isInstalled(need));
	if (missing.length === 0) return true;
	const isRoot = process.getuid?.() === 0;
	const asRoot = isRoot ? [] : ['sudo'];
	const packages = new Set(missing.map(need => need.package));
	const install = [...asRoot, 'apt-get', 'install', '-y', ...packages];
	const names = missing.map(nameOf).join(', ');
	if (!isRoot && process.env.CI !== 'true') {
		console.error(`The tests need ${names}; install with: sudo apt-get update && ${install.join(' ')}`);
		return false;
	}
	console.error(`Installing what the tests need: ${names}`);
	return run([...asRoot, 'apt-get', 'update']) && run(install);
};

const isInstalled = (need: Need): boolean =>
	'program' in need ? isProgram(need.program) : isLibrary(need.library);

const isProgram = (name: string): boolean =>
	(process.env.PATH ?? '').split(delimiter).some(folder => isExecutable(join(folder, name)));

const isExecutable = (path: string): boolean => {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
};

// Debian keeps them in a folder of the architecture's name, such as /usr/lib/x86_64-linux-gnu.
const isLibrary = (name: string): boolean =>
	readdirSync('/usr/lib').some(folder => existsSync(join('/usr/lib', folder, name)));

const nameOf = (need: Need): string => ('program' in need ? need.program : need.library);

const run = ([program = '', ...args]: readonly string[]): boolean =>
	spawnSync(program, args, {stdio: ['ignore', 'inherit', 'inherit']}).status === 0;
