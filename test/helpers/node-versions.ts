import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The releases of Node that tests run, by their major; `test/programs.ts` installs them, on Linux alone. */
export const nodeReleases = {
	20: '20.20.2',
	22: '22.23.3',
	24: '24.21.0',
	26: '26.10.0',
} as const satisfies Readonly<Record<number, string>>;

/** A major version of them. */
export type NodeMajor = keyof typeof nodeReleases;

/** All major versions, the oldest first. */
export const nodeVersions: readonly NodeMajor[] = [20, 22, 24, 26];

/** The npm package that brings Node for this machine: its binary is in it, and needs no script to be installed. */
export const nodePackage = `node-linux-${process.arch}`;

const cache = fileURLToPath(new URL('../../node_modules/.cache/memtop-node', import.meta.url));

/** The folder that npm installs Node of this major in. */
export const nodeFolder = (major: NodeMajor): string => join(cache, String(major));

/** The path of Node's binary of this major. Throws when it has not been installed. */
export const nodeProgram = (major: NodeMajor): string => {
	const path = join(nodeFolder(major), 'node_modules', nodePackage, 'bin', 'node');
	if (existsSync(path)) return path;
	throw new Error(
		`expected Node ${nodeReleases[major]} at ${path}; node --import=tsx test/programs.ts installs it`,
	);
};
