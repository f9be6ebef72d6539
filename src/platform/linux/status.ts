/** One process or thread as `/proc/PID/status` describes it, see proc_pid_status(5). Sizes in bytes. */
export type Status = {
	/** Pid of the process this thread belongs to. */
	readonly threadGroup: number | undefined;
	/** Effective user id. */
	readonly user: number | undefined;
	readonly threads: number | undefined;
	/** This and the sizes below are undefined for a process without memory, and some on kernels before Linux 4.5. */
	readonly rss: number | undefined;
	readonly rssPeak: number | undefined;
	readonly rssAnon: number | undefined;
	readonly rssFile: number | undefined;
	readonly rssShmem: number | undefined;
	/** Anonymous memory that was swapped out, without swapped shared memory. */
	readonly swap: number | undefined;
};

/** Reads the lines it knows; the kernel writes a line end in the name as `\n`, so no name can forge a line. */
export const parseStatus = (text: string): Status => {
	const lines = new Map(text.split('\n').map(keyAndText));
	const number = (key: string, field = 0): number | undefined => wholeNumber(lines.get(key), field);
	const bytes = (key: string): number | undefined => inBytes(number(key));
	return {
		threadGroup: number('Tgid'),
		user: number('Uid', 1),
		threads: number('Threads'),
		rss: bytes('VmRSS'),
		rssPeak: bytes('VmHWM'),
		rssAnon: bytes('RssAnon'),
		rssFile: bytes('RssFile'),
		rssShmem: bytes('RssShmem'),
		swap: bytes('VmSwap'),
	};
};

const keyAndText = (line: string): readonly [string, string] => {
	const colon = line.indexOf(':');
	return [line.slice(0, colon), line.slice(colon + 1).trim()];
};

const wholeNumber = (text: string | undefined, field: number): number | undefined => {
	const digits = text?.split(/\s+/)[field] ?? '';
	return /^\d+$/.test(digits) ? Number(digits) : undefined;
};

const inBytes = (kibibytes: number | undefined): number | undefined =>
	kibibytes === undefined ? undefined : kibibytes * 1024;
