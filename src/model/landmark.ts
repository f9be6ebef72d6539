/** A place in time worth going to: the charts draw it, and keys jump from one to the next. */
export type Landmark = {
	/**
	 * `mark`: set by a person. `gap`: samples are missing from `time` to `until`. `switch`: read by another source from
	 * here on. `step`: the wall clock jumped. `end`: the recording ended, by itself or not.
	 */
	readonly type: 'mark' | 'gap' | 'switch' | 'step' | 'end';
	/** Unix seconds. */
	readonly time: number;
	/** Unix seconds; only of a gap. */
	readonly until?: number;
	/** A few words for the screen, cleaned; may be empty. */
	readonly text: string;
};
