/** Where the lines of a recording go. */
export type Destination = {
	/** Path of the file, or `-` for stdout. */
	readonly path: string;
	/** True when nothing was in it before. */
	readonly isEmpty: boolean;
	/** Takes all the bytes or none of them, and throws why it took none. */
	readonly put: (bytes: Uint8Array) => void;
	/** What someone else did to the file so that lines written to it would be lost, for example `was deleted`. */
	readonly changed: () => string | undefined;
	/** Why nothing should be written now although it could be, in one clause. */
	readonly shortage: () => string | undefined;
	/** Has the system bring to the disk what was written. Throws a system error. */
	readonly flush: () => void;
	/** Bytes in the file as we left it; absent where it is none. */
	readonly size?: () => number;
	/** Never throws. */
	readonly close: () => void;
};

/** A destination just opened. */
export type Opened = {
	readonly destination: Destination;
	/** What the user should know about the choice of the file. */
	readonly notice?: string;
};
