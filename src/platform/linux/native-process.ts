import {readFileSync} from 'node:fs';
import type {Target} from '../../model/target.ts';
import {TargetGoneError} from '../../target/errors.ts';
import {errorCode, isGone} from '../error-code.ts';
import {type HeldBytes, holdBytes} from './held-bytes.ts';
import type {Proc} from './proc.ts';
import {openMemory} from './process-memory.ts';
import {parseStat} from './stat.ts';

/** A file that is open as long as it is lent. */
export type LentFile = Omit<HeldBytes, 'close'>;

/** A process held open for reading what its own runtime keeps in memory. */
export type NativeProcess = {
	/** The file of the program it runs, also when that was deleted or replaced; undefined where it may not be read. */
	readonly program: HeldBytes | undefined;
	/** Its memory by address; undefined where it may not be read. */
	readonly memory: HeldBytes | undefined;
	/** Bytes of address space now; undefined once it has ended. */
	readonly virtual: () => number | undefined;
	/** Lends another file of the process, such as `maps`, to `use`; one without bytes where it may not be read. */
	readonly lend: <Result>(name: string, use: (file: LentFile) => Promise<Result>) => Promise<Result>;
	readonly close: () => void;
};

/**
 * Holds a process open by its files, its memory first: while that still gives bytes, the process has executed no other
 * program, and all that was opened later belongs to the same. Rejects with TargetGoneError when it has ended.
 */
export const openNativeProcess = async (proc: Proc, target: Target): Promise<NativeProcess> => {
	const folder = `${proc.root}/${target.pid}`;
	const files: {readonly close: () => void}[] = [];
	const close = (): void => {
		for (const file of files.splice(0)) file.close();
	};
	const keep = <File extends {readonly close: () => void} | undefined>(file: File): File => {
		if (file !== undefined) files.push(file);
		return file;
	};
	try {
		const size = keep(openMemory(folder, proc.units().pageSize));
		size.read();
		const living = size.threadFolder() ?? folder;
		const memory = keep(await openIfAllowed(`${living}/mem`));
		const program = keep(await openIfAllowed(`${living}/exe`));
		checkIdentity(proc, target);
		const virtual = (): number | undefined => unlessEnded(() => size.read().virt);
		return {program, memory, virtual, lend: (name, use) => lendFile(`${living}/${name}`, use), close};
	} catch (error) {
		close();
		throw isGone(error) ? new TargetGoneError('the process has ended', {cause: error}) : error;
	}
};

const lendFile = async <Result>(path: string, use: (file: LentFile) => Promise<Result>): Promise<Result> => {
	const file = await openIfAllowed(path);
	try {
		return await use(file ?? withoutBytes);
	} finally {
		file?.close();
	}
};

const withoutBytes: LentFile = {read: async () => Buffer.alloc(0), readNow: () => 0};

const openIfAllowed = async (path: string): Promise<HeldBytes | undefined> => {
	try {
		return await holdBytes(path);
	} catch (error) {
		if (forbidden.has(errorCode(error) ?? '')) return undefined;
		throw error;
	}
};

const forbidden: ReadonlySet<string> = new Set(['EACCES', 'EPERM']);

const checkIdentity = (proc: Proc, {pid, startTime}: Target): void => {
	const ticks = parseStat(readFileSync(`${proc.root}/${pid}/stat`, 'latin1'))?.startTicks;
	if (ticks === undefined || startTime === undefined || proc.timeOf(ticks) === startTime) return;
	throw new TargetGoneError(`process ${pid} has ended, and another has its pid`);
};

const unlessEnded = <Result>(read: () => Result): Result | undefined => {
	try {
		return read();
	} catch (error) {
		if (error instanceof TargetGoneError) return undefined;
		throw error;
	}
};
