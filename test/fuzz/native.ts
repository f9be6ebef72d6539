import type {HeldBytes} from '../../src/platform/linux/held-bytes.ts';
import type {NativeProcess} from '../../src/platform/linux/native-process.ts';
import {createCheckedFile, type Stretch} from './checked-source.ts';
import {addresses} from './images/go-program.ts';

/**
 * A process that runs a program made for a case: its file is `file`, and in memory it lies as the addresses of
 * goProgram say, whatever the tables in the file have become.
 */
export const createNative = (
	file: Buffer,
): NativeProcess & {readonly memory: HeldBytes; readonly program: HeldBytes} => {
	const memory = stretches(file);
	const maps = memory.map(
		({start, bytes}) => `${hex(start)}-${hex(start + bytes.length)} ${rightsAt(start)}p 0 0:0 0\n`,
	);
	const auxv = Buffer.alloc(32);
	auxv.writeUInt32LE(9, 0);
	auxv.writeUInt32LE(addresses.text, 8);
	const texts: Readonly<Record<string, Buffer>> = {maps: Buffer.from(maps.join('')), auxv};
	return {
		program: createCheckedFile([{start: 0, bytes: file}]),
		memory: createCheckedFile(memory),
		virtual: () => 64 * 1024 ** 2,
		lend: (name, use) => use(createCheckedFile([{start: 0, bytes: texts[name] ?? Buffer.alloc(0)}])),
		close: () => {},
	};
};

const stretches = (file: Buffer): readonly Stretch[] => [
	{start: addresses.text, bytes: file.subarray(0x1000, 0x2000)},
	{start: addresses.table, bytes: file.subarray(0x2000, 0x3000)},
	{start: addresses.data, bytes: file.subarray(0x3000, 0x5000)},
];

const rightsAt = (start: number): string => (start === addresses.data ? 'rw-' : 'r-x');

const hex = (address: number): string => address.toString(16).padStart(8, '0');
