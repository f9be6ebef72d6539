import type {Metric} from '../../model/metric.ts';

/** What the operating system counts of any process, in the order of the table and of the columns in the log. */
export const osMetrics = [
	{
		id: 'os.rss',
		label: 'RSS',
		unit: 'bytes',
		column: 'rss',
		definition: 'Resident set size: memory of the process that is in RAM now, shared pages counted in full.',
	},
	{
		id: 'os.virt',
		label: 'VIRT',
		unit: 'bytes',
		column: 'virt',
		definition: 'Virtual size: address space the process has reserved, most of which may never be used.',
	},
	{
		id: 'os.swap',
		label: 'swap',
		unit: 'bytes',
		column: 'swap',
		definition:
			'Anonymous memory of the process that was moved out of RAM to swap (VmSwap), shared memory left out.',
	},
	{
		id: 'os.rss_anon',
		label: 'RSS anon',
		unit: 'bytes',
		column: 'rss_anon',
		definition: 'The part of RSS that no file backs: heaps, stacks and other private data (RssAnon).',
	},
	{
		id: 'os.rss_file',
		label: 'RSS file',
		unit: 'bytes',
		column: 'rss_file',
		definition:
			'The part of RSS that is mapped from files, such as program code, libraries and data (RssFile).',
	},
	{
		id: 'os.rss_shmem',
		label: 'RSS shmem',
		unit: 'bytes',
		column: 'rss_shmem',
		definition:
			'The part of RSS that is shared memory: tmpfs, System V and shared anonymous mappings (RssShmem).',
	},
	{
		id: 'os.pss',
		label: 'PSS',
		unit: 'bytes',
		column: 'pss',
		definition:
			'Proportional set size: RSS with each shared page divided by the number of processes that map it.',
	},
	{
		id: 'os.uss',
		label: 'USS',
		unit: 'bytes',
		column: 'uss',
		definition: 'Unique set size: resident memory that no other process shares, and that its end would free.',
	},
	{
		id: 'os.rss_peak',
		label: 'RSS peak',
		unit: 'bytes',
		hasNoPeak: true,
		definition: 'The most that RSS ever was, as the system keeps it since the program started (VmHWM).',
	},
	{
		id: 'os.cpu',
		label: 'CPU',
		unit: 'percent',
		definition: 'CPU time that all its threads together used over the last second or so; 100 % is one core.',
	},
	{
		id: 'os.threads',
		label: 'threads',
		unit: 'count',
		definition: 'Threads that the process has now.',
	},
	{
		id: 'os.minor_faults',
		label: 'minor faults',
		unit: 'perSecond',
		definition: 'Page faults each second that needed no disk: mostly memory touched for the first time.',
	},
	{
		id: 'os.major_faults',
		label: 'major faults',
		unit: 'perSecond',
		definition: 'Page faults each second that waited for a disk: pages of files, or back from swap.',
	},
	{
		id: 'os.elapsed',
		label: 'elapsed',
		unit: 'seconds',
		hasNoPeak: true,
		definition: 'Time since the process started.',
	},
	{
		id: 'os.parent',
		label: 'parent pid',
		unit: 'identifier',
		hasNoPeak: true,
		definition: 'Pid of the process that started it, or that took it over when that one ended.',
	},
] as const satisfies readonly Metric[];

/** The id of one of these metrics. */
export type OsMetricId = (typeof osMetrics)[number]['id'];
