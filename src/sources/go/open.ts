import type {Clock} from '../../model/clock.ts';
import type {Target} from '../../model/target.ts';
import {ImageError} from '../../platform/linux/image-error.ts';
import type {NativeProcess} from '../../platform/linux/native-process.ts';
import type {Proc} from '../../platform/linux/proc.ts';
import {whyForbidden} from '../permission.ts';
import type {Probe, Refusal} from '../source.ts';
import {readGoVersion} from './build-info.ts';
import {mayBeGo} from './guess.ts';
import {withFileLimit} from './image.ts';
import {openGoProbe} from './open-probe.ts';
import {type Program, readProgram} from './program.ts';
import {whyTooOld} from './whether-old.ts';

/** What a process is opened with. */
export type Opening = {readonly proc: Proc; readonly clock: Clock; readonly target: Target};

/**
 * A probe on a process held open, or why there is none. Cheap for a process that runs no Go program. Rejects when
 * the process cannot be read for a reason that has nothing to do with Go.
 */
export const openGo = async (opening: Opening, native: NativeProcess): Promise<Probe | Refusal> => {
	const {proc, target} = opening;
	if (native.program === undefined) {
		return {...whyForbidden(proc, target), applies: await mayBeGo(proc, target)};
	}
	const program = await readProgram(native.program);
	if (typeof program === 'string') return {refused: program, applies: false};
	try {
		return await openProgram(opening, native, program);
	} catch (error) {
		if (error instanceof ImageError) return {refused: error.message, applies: true};
		throw error;
	}
};

const openProgram = async (
	{proc, clock, target}: Opening,
	native: NativeProcess,
	program: Program,
): Promise<Probe | Refusal> => {
	const {memory} = native;
	const limited = withFileLimit(program);
	const version = await readGoVersion(limited);
	const tooOld = await whyTooOld(limited, version);
	if (tooOld !== undefined) return {refused: tooOld, applies: true, help: 'build it with Go 1.19 or later'};
	if (memory === undefined) return {...whyForbidden(proc, target), applies: true};
	const title = version ? `Go ${version.text} runtime` : 'Go runtime';
	const {pageSize} = proc.units();
	const probe = await openGoProbe({native, memory, program, title, pageSize, clock});
	native.program?.close();
	return typeof probe === 'string' ? {refused: probe, applies: true} : probe;
};
