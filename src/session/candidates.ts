import type {Target} from '../model/target.ts';
import {type Choice, choose} from '../sources/choose.ts';
import {osSource} from '../sources/os/index.ts';
import type {Refusal, Source} from '../sources/source.ts';

/** The sources that may read a target beside the operating system's, the most telling first. */
export type Candidates = {
	/** The first that reads the target, before the one of this name where one is given; and why others do not. */
	readonly best: (target: Target, before?: string) => Promise<Choice>;
	/** The first behind the one of this name that reads the target, whether or not one before it fits better. */
	readonly next: (target: Target, behind: string) => Promise<Choice>;
	/** Leaves a source out from now on that opened the program well, and then told nothing. */
	readonly silence: (name: string, reason: string) => void;
	/** Takes all of them in again: the process executes another program. */
	readonly renew: () => void;
};

/** All sources but the operating system's, whose own probe is open all the time. */
export const createCandidates = (sources: readonly Source[]): Candidates => {
	const silent = new Map<string, Refusal>();
	const besideOs = (): readonly Source[] =>
		sources
			.filter(({name}) => name !== osSource.name)
			.map(source => refusing(source, silent.get(source.name)));
	return {
		best: (target, before) => choose(until(besideOs(), before), target),
		next: async (target, behind) => {
			const all = besideOs();
			const refused: Choice['refusals'][number][] = [];
			// From the last one on to the operating system's, and from that to the first.
			for (const source of all.slice(all.findIndex(({name}) => name === behind) + 1)) {
				const {chosen, refusals} = await choose([source], target);
				if (chosen) return {chosen, refusals};
				refused.push(...refusals);
			}
			return {refusals: refused};
		},
		silence: (name, refused) => void silent.set(name, {refused, applies: true}),
		renew: () => silent.clear(),
	};
};

const refusing = (source: Source, refusal: Refusal | undefined): Source =>
	refusal ? {...source, open: async () => refusal} : source;

const until = (sources: readonly Source[], before: string | undefined): readonly Source[] => {
	const end = sources.findIndex(({name}) => name === before);
	return end < 0 ? sources : sources.slice(0, end);
};
