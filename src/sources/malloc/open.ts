import type {Clock} from '../../model/clock.ts';
import type {Target} from '../../model/target.ts';
import {ImageError} from '../../platform/linux/image-error.ts';
import type {NativeProcess} from '../../platform/linux/native-process.ts';
import type {Proc} from '../../platform/linux/proc.ts';
import {type Mapping, readMappings} from '../../platform/linux/process-maps.ts';
import {whyForbidden} from '../permission.ts';
import type {Probe, Refusal} from '../source.ts';
import {findOtherAllocator} from './libraries.ts';
import {findLibrary} from './library.ts';
import {openMallocProbe} from './open-probe.ts';
import {knownVersions} from './version.ts';

/** What a process is opened with. */
export type Opening = {
	readonly proc: Proc;
	readonly clock: Clock;
	readonly target: Target;
	/** Milliseconds for which a process is too young to be judged. */
	readonly youth?: number;
};

/**
 * A probe on a process held open, or why there is none. Cheap for a process without glibc. Rejects when the process cannot
 * be read for a reason that has nothing to do with malloc.
 */
export const openMalloc = async (opening: Opening, native: NativeProcess): Promise<Probe | Refusal> => {
	if (isYoung(opening)) return {refused: 'it has only just started', applies: false};
	const mappings = await native.lend('maps', readMappings);
	if (mappings.length === 0) return {...whyForbidden(opening.proc, opening.target), applies: false};
	const other = findOtherAllocator(mappings);
	if (other) {
		const refused = `${other.name} allocates its memory (${other.file}), and keeps no totals that can be read from outside`;
		return {refused, applies: true};
	}
	try {
		return await openLibrary(opening, native, mappings);
	} catch (error) {
		if (error instanceof ImageError) return {refused: error.message, applies: false};
		throw error;
	}
};

// Whatever a program becomes, it begins with a little memory of malloc's.
const isYoung = ({target: {startTime = Number.NaN}, clock, youth = 0}: Opening): boolean => {
	const age = clock.wall() - startTime * 1000;
	return age >= 0 && age < youth;
};

const openLibrary = async (
	{proc, clock, target}: Opening,
	native: NativeProcess,
	mappings: readonly Mapping[],
): Promise<Probe | Refusal> => {
	const library = await findLibrary({proc, target, native, mappings});
	if (typeof library === 'string') return {refused: library, applies: false};
	const {memory} = native;
	if (memory === undefined) return {...whyForbidden(proc, target), applies: true};
	const {version, data} = library;
	if (version && (version.minor < knownVersions.first || version.minor > knownVersions.last)) {
		const {first, last} = knownVersions;
		const refused = `it has glibc 2.${version.minor}, whose malloc is read from 2.${first} to 2.${last}`;
		return {refused, applies: true};
	}
	const title = version ? `glibc 2.${version.minor} malloc` : 'glibc malloc';
	const {pageSize} = proc.units();
	return openMallocProbe({native, memory, mappings, data, title, clock, pageSize});
};
