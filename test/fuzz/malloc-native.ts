import type {HeldBytes} from '../../src/platform/linux/held-bytes.ts';
import type {NativeProcess} from '../../src/platform/linux/native-process.ts';
import {createCheckedFile} from './checked-source.ts';
import type {MallocMemory} from './images/malloc-process.ts';
import {mallocAddresses} from './images/malloc-process.ts';

/** Bytes of address space that a process made here has. */
export const virtualSize = 64 * 1024 ** 2;

/** What a process made here has otherwise. */
export type NativeChanges = {
	/** Path of the library; one without a version in its name would be looked at. */
	readonly library?: string;
	/** Kibibytes of its anonymous memory. */
	readonly anonymous?: number;
	/** Lines that `maps` begins with. */
	readonly more?: string;
	/** False where its memory may not be read. */
	readonly isReadable?: boolean;
};

/** A process with this memory. */
export const createMallocNative = (
	{stretches}: Pick<MallocMemory, 'stretches'>,
	{library = '/lib/libc-2.36.so', anonymous = 100, more = '', isReadable = true}: NativeChanges = {},
): NativeProcess & {readonly memory: HeldBytes | undefined} => {
	const names = new Map<number, string>([
		[mallocAddresses.heap, '[heap]'],
		[mallocAddresses.data, library],
	]);
	const maps = stretches.map(
		({start, bytes}) => `${hex(start)}-${hex(start + bytes.length)} rw-p 0 0:0 0 ${names.get(start) ?? ''}\n`,
	);
	const status = `RssAnon:\t${anonymous} kB\nVmSwap:\t0 kB\n`;
	const texts: Readonly<Record<string, string>> = {maps: more + maps.join(''), status};
	return {
		program: undefined,
		memory: isReadable ? createCheckedFile(stretches) : undefined,
		virtual: () => virtualSize,
		lend: (name, use) => use(createCheckedFile([{start: 0, bytes: Buffer.from(texts[name] ?? '')}])),
		close: () => {},
	};
};

const hex = (address: number): string => address.toString(16);
