import {cleanText} from '../../model/clean.ts';
import {systemClock} from '../../model/clock.ts';
import type {Target} from '../../model/target.ts';
import {TargetError} from '../../target/errors.ts';
import type {Platform} from '../platform.ts';
import {openPortableProcess} from './open-process.ts';
import {readProcessTable, type Surroundings} from './process-table.ts';
import {runProgram} from './run.ts';

/** Any system that pidusage knows: macOS, and as far as it goes Windows. */
export const createPortablePlatform = (changes: Partial<Surroundings> = {}): Platform => {
	const around: Surroundings = {system: process.platform, run: runProgram, clock: systemClock, ...changes};
	const readTable = () => readTableOf(around);
	return {
		list: async () => (await readTable()).filter(({pid}) => pid !== process.pid),
		identify: async pid => {
			const found = (await readTable()).find(process => process.pid === pid);
			if (found === undefined) throw new TargetError(`expected a process with pid ${pid}, found none`);
			const {rss: _, ...target} = found;
			return target satisfies Target;
		},
		openProcess: target => openPortableProcess(target, around),
	};
};

const readTableOf = async (around: Surroundings) => {
	try {
		return await readProcessTable(around);
	} catch (error) {
		const reason = cleanText(error instanceof Error ? error.message : String(error));
		throw new TargetError(`expected a list of processes from ${around.system}, got "${reason}"`, {
			cause: error,
		});
	}
};
