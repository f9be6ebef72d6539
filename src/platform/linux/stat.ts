/** One process as `/proc/PID/stat` describes it, see proc_pid_stat(5). */
export type Stat = {
	/** What is between the outer parentheses, raw: any bytes, at most 15. */
	readonly name: string;
	/** One letter, `Z` for a zombie. */
	readonly state: string;
	/** Pid of the process that started it, or took it over. */
	readonly parent: number;
	/** True for a thread of the kernel, which has no memory of its own. */
	readonly isKernelThread: boolean;
	/** Page faults since the start that needed no disk, and those that did. */
	readonly minorFaults: number;
	readonly majorFaults: number;
	/** Clock ticks of CPU that it has used, in programs and in the kernel. */
	readonly cpuTicks: number;
	readonly threads: number;
	/** Clock ticks from the start of the machine to the start of the process. */
	readonly startTicks: number;
	/** Resident pages, as a rough count. */
	readonly residentPages: number;
};

/** Undefined when the text is not whole. A name may hold parentheses, spaces and line ends, so the last `)` ends it. */
export const parseStat = (text: string): Stat | undefined => {
	const end = text.lastIndexOf(')');
	const fields = text.slice(end + 2).split(' ');
	// The manual counts fields from 1, and the name, which ended just before these, is the second.
	const number = (field: number): number => Number(fields[field - 3]);
	const stat = {
		name: text.slice(text.indexOf('(') + 1, end),
		state: fields[0] ?? '',
		parent: number(4),
		isKernelThread: (number(9) & kernelThreadFlag) !== 0,
		minorFaults: number(10),
		majorFaults: number(12),
		cpuTicks: number(14) + number(15),
		threads: number(20),
		startTicks: number(22),
		residentPages: number(24),
	};
	return end < 0 || Object.values(stat).some(Number.isNaN) ? undefined : stat;
};

/** PF_KTHREAD of the kernel's include/linux/sched.h. */
const kernelThreadFlag = 0x0020_0000;
