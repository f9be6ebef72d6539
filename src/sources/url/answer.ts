/** What an endpoint answered: the whole body, one character for each byte, and where it came from in the end. */
export type Answer = {
	readonly failed?: undefined;
	readonly url: URL;
	/** The content type in lower case; empty where it told none. */
	readonly type: string;
	readonly text: string;
};

/** What came instead, as one clause that can follow "got" and "the endpoint gave": `an HTML page`. */
export type Failure = {
	readonly failed: string;
	/** True when the host itself did not answer, so that other paths of it need not be tried. */
	readonly isUnreachable?: boolean;
};

/** How far an endpoint is followed. */
export type Limits = {
	/** Milliseconds for all of an answer, redirects included. */
	readonly time: number;
	/** Bytes of a body. */
	readonly size: number;
};

/** Five seconds and 8 MiB. */
export const usualLimits: Limits = {time: 5000, size: 8 * 1024 ** 2};
