import type {ByteSource} from '../../platform/linux/byte-source.ts';
import {parseStatus} from '../../platform/linux/status.ts';

/** By whom and under what number a process runs. */
export type Identity = {
	/** The pid that it has in its own namespace. */
	readonly innerPid: number;
	/** Its effective user id. */
	readonly user: number;
};

/** Reads it from a `status` file, see proc_pid_status(5); undefined when it is not told, as for a process that ended. */
export const readIdentity = async (status: ByteSource, outerPid: number): Promise<Identity | undefined> => {
	const text = (await status.read(0, 16_384)).toString('latin1');
	const {user} = parseStatus(text);
	// One pid for each namespace, its own the last; kernels before Linux 4.1 do not tell.
	const [, inner] = /^NSpid:.*\s(\d+)$/m.exec(text) ?? [];
	return user === undefined ? undefined : {innerPid: Number(inner ?? outerPid), user};
};
