import type {Range} from './byte-axis.ts';
import type {Size} from './layout.ts';

/** What of the recordings is drawn, and how large. */
export type View = {
	/** Unix seconds; seconds since its first sample where each recording is drawn from its start. */
	readonly range: Range;
	readonly fromStart: boolean;
	readonly size: Size;
	/** Minutes east of UTC. */
	readonly utcOffset: number;
	/** Unix seconds of the moment it is drawn at, for what need not be said of this year. */
	readonly now?: number | undefined;
};
