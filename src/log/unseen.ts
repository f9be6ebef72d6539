/** What was written since the file was last seen to be the one at its path: it is lost if someone took the file away. */
export type Unseen = {
	samples: number;
	bytes: number;
	/** Time of the first of the samples, Unix seconds. */
	since: number;
};

/** Nothing written yet. */
export const nothingUnseen = (): Unseen => ({samples: 0, bytes: 0, since: Number.NaN});

/** True when a change of the file, as `Destination` tells it, takes with it what was written after the change. */
export const losesUnseen = (change: string | undefined): boolean =>
	change === 'was deleted' || change === 'was made smaller';
