import {ImageError} from '../../src/platform/linux/image-error.ts';
import {createRandom, type Random} from './random.ts';

/** Something that reads what a stranger wrote. */
export type Subject = {
	readonly name: string;
	/**
	 * Makes one case and has it read. Resolves with whether the reading went beyond the first look at a header. May
	 * throw ImageError; any other error is a fault that was found.
	 */
	readonly run: (random: Random) => boolean | Promise<boolean>;
};

/** What came of it. */
export type Outcome = {
	readonly cases: number;
	/** Cases that were read beyond the header. */
	readonly past: number;
};

/** Runs so many cases, each with a seed of its own. Rejects at the first fault, and names the seed that repeats it. */
export const fuzz = async ({run}: Subject, cases: number, firstSeed: number): Promise<Outcome> => {
	let past = 0;
	for (let seed = firstSeed; seed < firstSeed + cases; seed += 1) {
		try {
			if (await run(createRandom(seed))) past += 1;
		} catch (error) {
			// Thrown by what is beyond the header, or it would have been turned away there.
			if (error instanceof ImageError) past += 1;
			else throw new Error(`expected seed ${seed} to be read or refused, it threw`, {cause: error});
		}
	}
	return {cases, past};
};
