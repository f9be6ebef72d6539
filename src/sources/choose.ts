import type {Target} from '../model/target.ts';
import type {Probe, Refusal, Source} from './source.ts';

/** A source and its probe on a target. */
export type Chosen = {readonly source: Source; readonly probe: Probe};

/** What came of asking the sources: the first that reads the target, and why better ones that fit it do not. */
export type Choice = {
	readonly chosen?: Chosen;
	readonly refusals: readonly (Refusal & {readonly source: Source})[];
};

/**
 * Asks each source in turn whether it reads the target, until one does or says that it is of its kind all the same: what
 * a less telling one counts in a program of that kind is only a small part of it. Of the refusals those are kept that are worth
 * telling: of sources that apply, and those that something would help, where it cannot even be told what the process is.
 */
export const choose = async (sources: readonly Source[], target: Target): Promise<Choice> => {
	const refusals: (Refusal & {readonly source: Source})[] = [];
	for (const source of sources) {
		const opened = await source.open(target);
		if (opened.refused === undefined) return {chosen: {source, probe: opened}, refusals};
		if (opened.applies || opened.help !== undefined) refusals.push({...opened, source});
		if (opened.applies) break;
	}
	return {refusals};
};
