import {open} from 'node:fs/promises';

/** A TCP socket that waits for connections. */
export type ListeningSocket = {
	/** The address it is bound to, as a URL writes it: `127.0.0.1`, `[::1]`; `0.0.0.0` and `[::]` are all addresses. */
	readonly host: string;
	readonly port: number;
	/** The number by which `/proc/PID/fd` names it. */
	readonly inode: string;
};

/** The listening sockets in the tables `net/tcp` and `net/tcp6` in the folder of a process: those of its network. */
export const readListeningSockets = async (folder: string): Promise<readonly ListeningSocket[]> => {
	const tables = await Promise.all([readStart(`${folder}/net/tcp`), readStart(`${folder}/net/tcp6`)]);
	return tables.flatMap(parseTcpTable);
};

/** The listening sockets of one table, see proc_pid_net(5): state 0A. Lines of another form are left out. */
export const parseTcpTable = (text: string): readonly ListeningSocket[] =>
	text.split('\n').flatMap(line => {
		const [, address, port, inode] = listeningLine.exec(line) ?? [];
		if (address === undefined || port === undefined || inode === undefined) return [];
		return [{host: parseAddress(address), port: Number.parseInt(port, 16), inode}];
	});

const listeningLine =
	/^\s*\d+: ([\dA-F]{8}|[\dA-F]{32}):([\dA-F]{4}) [\dA-F]+:[\dA-F]{4} 0A(?:\s+\S+){5}\s+(\d+)(?:\s|$)/;

// Words of 32 bits as the machine keeps them, lowest byte first.
const parseAddress = (text: string): string => {
	const bytes = (text.match(/.{8}/g) ?? []).flatMap(word => [...Buffer.from(word, 'hex')].reverse());
	if (bytes.length === 4) return bytes.join('.');
	const mapped = bytes.slice(0, 12).join() === mappedPrefix;
	return mapped ? bytes.slice(12).join('.') : shortAddress(bytes);
};

/** An IPv4 address in an IPv6 socket: ::ffff:0:0/96 of RFC 4291. */
const mappedPrefix = '0,0,0,0,0,0,0,0,0,0,255,255';

const shortAddress = (bytes: readonly number[]): string => {
	const groups = Array.from({length: 8}, (_, index) =>
		((bytes[2 * index] ?? 0) * 256 + (bytes[2 * index + 1] ?? 0)).toString(16),
	);
	return new URL(`http://[${groups.join(':')}]`).hostname;
};

/** The kernel lists the listening sockets before the connections, of which there may be a million. */
const sizeLimit = 1024 ** 2;

// A kernel without IPv6 has no second table.
const readStart = async (path: string): Promise<string> => {
	const file = await open(path).catch(() => undefined);
	try {
		const chunks: string[] = [];
		for (let size = 0; file !== undefined && size < sizeLimit; ) {
			const {bytesRead, buffer} = await file.read({buffer: Buffer.alloc(65_536)});
			if (bytesRead === 0) break;
			size += bytesRead;
			chunks.push(buffer.toString('latin1', 0, bytesRead));
		}
		return chunks.join('');
	} catch {
		return '';
	} finally {
		await file?.close();
	}
};
