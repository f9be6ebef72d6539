import {readFileSync} from 'node:fs';
import type {Target} from '../../model/target.ts';
import {TargetGoneError} from '../../target/errors.ts';
import {isGone} from '../error-code.ts';
import type {OpenProcess, ProcessDetails, ProcessShares} from '../platform.ts';
import {createUsageReader} from '../usage.ts';
import {type HeldFile, holdFile} from './held-file.ts';
import type {Proc} from './proc.ts';
import {type OpenMemory, openMemory} from './process-memory.ts';
import {readSmapsRollup} from './smaps-rollup.ts';
import {parseStat} from './stat.ts';
import {parseStatus} from './status.ts';

/** Holds a process open by descriptors on its files. Throws TargetGoneError when it has ended, also if its pid lives on. */
export const openLinuxProcess = (proc: Proc, target: Target): OpenProcess => {
	const files: Closable[] = [];
	const close = (): void => {
		for (const file of files.splice(0)) file.close();
	};
	try {
		return {...holdProcess(proc, target, files), close};
	} catch (error) {
		close();
		throw isGone(error) ? new TargetGoneError('the process has ended', {cause: error}) : error;
	}
};

type Closable = {readonly close: () => void};

const holdProcess = (proc: Proc, target: Target, files: Closable[]): Omit<OpenProcess, 'close'> => {
	const keep = <File extends Closable>(file: File): File => {
		files.push(file);
		return file;
	};
	const folder = `${proc.root}/${target.pid}`;
	const stat = keep(holdFile(`${folder}/stat`));
	const status = keep(holdFile(`${folder}/status`));
	const memory = keep(openMemory(folder, proc.units().pageSize));
	// Last, because it shows that all of them belong to the process of the first.
	checkIdentity(proc, target, stat);
	return {
		// Spelled out: a spread costs more than the rest of a tick's reading.
		memory: () => {
			const {rss, virt} = memory.read();
			return {rss, virt, isOld: false};
		},
		details: () => readDetails(stat, status, memory),
		shares: () => readShares(folder, stat),
		usage: createUsageReader(target.pid),
	};
};

const checkIdentity = (proc: Proc, {pid, startTime}: Target, stat: HeldFile): void => {
	const ticks = parseStat(stat.read())?.startTicks;
	if (ticks === undefined || startTime === undefined || proc.timeOf(ticks) === startTime) return;
	throw new TargetGoneError(`process ${pid} has ended, and another has its pid`);
};

const readDetails = (stat: HeldFile, status: HeldFile, memory: OpenMemory): ProcessDetails => {
	const thread = memory.threadFolder();
	const {rssAnon, rssFile, rssShmem, rssPeak, swap, threads} = parseStatus(
		thread === undefined ? status.read() : readFileSync(`${thread}/status`, 'utf8'),
	);
	// Read last: it fails if the process ended, and with it the right to the folder of its thread.
	const faults = parseStat(stat.read());
	const {minorFaults, majorFaults} = faults ?? {minorFaults: undefined, majorFaults: undefined};
	return {rssAnon, rssFile, rssShmem, rssPeak, swap, threads, minorFaults, majorFaults};
};

const readShares = async (folder: string, stat: HeldFile): Promise<ProcessShares> => {
	const shares = await readSmapsRollup(folder);
	// Opened by its path: those were its own pages only if the process lives yet.
	stat.read();
	return shares;
};
