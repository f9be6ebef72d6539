import type {Mapping} from '../../platform/linux/process-maps.ts';

/** Another allocator that a process has mapped in, and by which file. */
export type OtherAllocator = {readonly name: string; readonly file: string};

/** The allocator that takes the place of glibc's in a process; undefined where there is none that is known. */
export const findOtherAllocator = (mappings: readonly Mapping[]): OtherAllocator | undefined => {
	const files = new Set(mappings.map(({file}) => baseOf(file)));
	for (const file of files) {
		const other = otherAllocators.find(({pattern}) => pattern.test(file));
		if (other) return {name: other.name, file: file.replace(deleted, '')};
	}
	return undefined;
};

/**
 * The C library of glibc in a process: every mapping of its file, ascending. None where it has none. Its file is known by
 * its name, which it keeps in a container, and when it was deleted or replaced.
 */
export const mappingsOfLibc = (mappings: readonly Mapping[]): readonly Mapping[] =>
	mappings.filter(({file}) => libc.test(baseOf(file)));

/** True when a file was deleted, or replaced, since it was mapped. */
export const isDeleted = (file: string): boolean => deleted.test(file);

const deleted = / \(deleted\)$/;

const libc = /^libc(?:\.so\.6|-2\.\d+\.so)(?: \(deleted\))?$/;

const otherAllocators = [
	{name: 'jemalloc', pattern: /^libjemalloc[\w.+-]*\.so/},
	{name: 'tcmalloc', pattern: /^libtcmalloc[\w.+-]*\.so/},
	{name: 'mimalloc', pattern: /^libmimalloc[\w.+-]*\.so/},
	{name: 'snmalloc', pattern: /^libsnmalloc[\w.+-]*\.so/},
	{name: 'Hoard', pattern: /^libhoard[\w.+-]*\.so/},
	{name: 'Scudo', pattern: /^lib[\w.+-]*scudo[\w.+-]*\.so/},
	{name: 'musl', pattern: /^(?:ld-musl-[\w.+-]*\.so|libc\.musl-[\w.+-]*\.so)/},
] as const;

const baseOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
