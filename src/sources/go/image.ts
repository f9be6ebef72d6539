import {type ByteSource, type Range, withBudget} from '../../platform/linux/byte-source.ts';
import {byAddress, segmentTypes} from '../../platform/linux/elf/segments.ts';
import {type Mapping, readableParts} from '../../platform/linux/process-maps.ts';
import type {Program} from './program.ts';

/** A program, and the memory of the process that runs it. */
export type Image = {
	readonly program: Program;
	/** By address, as it is now. */
	readonly memory: ByteSource;
	/** What to add to an address of the program to have the one in memory. */
	readonly bias: number;
	/** The parts of the program's writable memory that were ever touched, by their address in memory. */
	readonly data: readonly Range[];
	/** Bytes of address space that the process has. */
	readonly virtual: number;
};

/** The image with a limit on what may be read of its file and of its memory, several times what the largest programs need. */
export const withLimits = (image: Image): Image => ({
	...image,
	program: withFileLimit(image.program),
	memory: withBudget(image.memory, questionBudget),
});

/** The program with a limit on what may be read of its file. */
export const withFileLimit = (program: Program): Program => ({
	...program,
	file: withBudget(program.file, questionBudget),
});

/** The program's bytes by address, read from its file so that no page is mapped into the process. */
export const programBytes = ({program}: Pick<Image, 'program'>): ByteSource =>
	byAddress(program.file, program.segments);

/** The parts that a program may write to, as they lie in memory; only the first of them when they are absurdly large. */
export const writableRanges = (
	{segments}: Pick<Program, 'segments'>,
	bias: number,
	mappings: readonly Mapping[],
): readonly Range[] => {
	let left = dataLimit;
	return segments
		.filter(({type, isWritable}) => type === segmentTypes.load && isWritable)
		.flatMap(({address, memorySize}) =>
			readableParts(mappings, {start: address + bias, end: address + bias + memorySize}),
		)
		.filter(({start, end}) => {
			left -= end - start;
			return left >= 0;
		});
};

const questionBudget = 64 * 1024 * 1024;
const dataLimit = 512 * 1024 * 1024;
