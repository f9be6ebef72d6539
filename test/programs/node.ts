import {execFile} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {
	type NodeMajor,
	nodeFolder,
	nodePackage,
	nodeReleases,
	nodeVersions,
} from '../helpers/node-versions.ts';

/**
 * Installs the versions of Node that are missing, at once, by npm and for any user; does nothing elsewhere than on Linux.
 * Says in a line what could not be installed. Resolves to whether all are there now.
 */
export const installNodes = async (): Promise<boolean> => {
	const missing = process.platform === 'linux' ? nodeVersions.filter(major => !isInstalled(major)) : [];
	if (missing.length === 0) return true;
	console.error(
		`Installing what the tests need: Node ${missing.map(major => nodeReleases[major]).join(', ')}`,
	);
	const areDone = await Promise.all(missing.map(install));
	return areDone.every(Boolean);
};

// npm writes this file last: what was broken off, or was another version, does not count.
const isInstalled = (major: NodeMajor): boolean => {
	try {
		const path = join(nodeFolder(major), 'node_modules', '.package-lock.json');
		const {packages} = JSON.parse(readFileSync(path, 'utf8'));
		return packages[`node_modules/${nodePackage}`].version === nodeReleases[major];
	} catch {
		return false;
	}
};

const install = async (major: NodeMajor): Promise<boolean> => {
	const name = `${nodePackage}@${nodeReleases[major]}`;
	try {
		await promisify(execFile)('npm', ['install', '--prefix', nodeFolder(major), ...options, name]);
		return true;
	} catch (error) {
		console.error(`The tests need ${name}, and npm cannot install it: ${reasonOf(error)}`);
		return false;
	}
};

const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund'] as const;

// npm says what failed in lines of its own, the code of the error first.
const reasonOf = (error: unknown): string => {
	const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
	const said = /^npm (?:error|ERR!) (.*)$/m.exec(text)?.[1];
	return said ?? (error instanceof Error ? error.message : String(error)).replace(/\n[\s\S]*/, '');
};
