import {readlinkSync} from 'node:fs';
import {opendir, readdir, readlink} from 'node:fs/promises';
import {type ListeningSocket, readListeningSockets} from './tcp-table.ts';

/**
 * Where a process waits for connections that memtop can reach: the addresses as the start of a URL, for example
 * `http://127.0.0.1:9090`, lowest port first. Empty where that cannot be known: for a process of another user, or in
 * another network.
 */
export const listeningUrls = async (pid: number, root = '/proc'): Promise<readonly string[]> => {
	if (!(await hasSameNetwork(pid, root))) return [];
	const [sockets, inodes] = await Promise.all([
		readListeningSockets(`${root}/${pid}`),
		socketsOf(`${root}/${pid}`),
	]);
	const own = sockets.filter(({inode}) => inodes.has(inode)).sort((a, b) => a.port - b.port);
	return [...new Set(own.map(({host, port}) => `http://${reachable(host)}:${port}`))];
};

/**
 * The pids of the processes that wait for connections at a port of this machine, `hostname` as a URL has it. As far as
 * it may be known: only processes that this user may look into.
 */
export const findListeners = async (
	hostname: string,
	port: number,
	root = '/proc',
): Promise<readonly number[]> => {
	const sockets = await readListeningSockets(`${root}/self`);
	const wanted = sockets.filter(socket => socket.port === port && accepts(socket, hostname));
	if (wanted.length === 0) return [];
	const names = (await readdir(root)).filter(name => /^\d+$/.test(name));
	const found: number[] = [];
	for (const name of names) {
		const inodes = await socketsOf(`${root}/${name}`);
		if (wanted.some(({inode}) => inodes.has(inode))) found.push(Number(name));
	}
	return found;
};

const hasSameNetwork = async (pid: number, root: string): Promise<boolean> => {
	const [own, other] = await Promise.all(
		['self', pid].map(folder => readlink(`${root}/${folder}/ns/net`).catch(() => undefined)),
	);
	return own !== undefined && own === other;
};

/** More than the usual limit of a server; a process may have a million. */
const descriptorLimit = 65_536;

/** Inodes of the sockets a process has open; none where it may not be looked into. */
const socketsOf = async (folder: string): Promise<ReadonlySet<string>> => {
	const inodes = new Set<string>();
	try {
		let count = 0;
		for await (const {name} of await opendir(`${folder}/fd`, {bufferSize: 128})) {
			const inode = socketInode(`${folder}/fd/${name}`);
			if (inode !== undefined) inodes.add(inode);
			count += 1;
			if (count === descriptorLimit) break;
		}
	} catch {
		// Not permitted, or it has ended meanwhile: what was found so far is right all the same.
	}
	return inodes;
};

const socketInode = (path: string): string | undefined => {
	try {
		return /^socket:\[(\d+)\]$/.exec(readlinkSync(path))?.[1];
	} catch {
		return undefined;
	}
};

const reachable = (host: string): string => {
	if (host === '0.0.0.0') return '127.0.0.1';
	return host === '[::]' ? 'localhost' : host;
};

const accepts = ({host}: ListeningSocket, hostname: string): boolean =>
	['0.0.0.0', '[::]', hostname].includes(host) ||
	(hostname === 'localhost' && ['127.0.0.1', '[::1]'].includes(host));
