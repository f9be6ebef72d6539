/** How the recording stands; shown on the screen at all times. */
export type RecordingStatus = {
	/**
	 * `recording`: samples go to the file. `paused`: switched off. `failing`: switched on, but the disk refuses and
	 * it is tried again. `unavailable`: there is no file at all.
	 */
	readonly state: 'recording' | 'paused' | 'failing' | 'unavailable';
	/** Path of the file as it was named; absent when there is none. */
	readonly path?: string;
	/** Samples and bytes written since this program began to write. */
	readonly samples: number;
	readonly bytes: number;
	/** Where the next line will begin in the file, in bytes; absent where there is no file. */
	readonly offset?: number;
	/** Samples that could not be written. */
	readonly lost: number;
	/** Why it is failing or unavailable, one clause. */
	readonly reason?: string;
	/** Something the user should know once, for example why the file has another name. */
	readonly notice?: string;
};
