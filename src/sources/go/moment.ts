import {type HeldBytes, readAt} from '../../platform/linux/held-bytes.ts';
import type {Location} from './location.ts';
import {type Pacing, parsePacing} from './pacing.ts';
import {areConsistent, type Totals, totalsAt, totalsSize} from './totals.ts';

/** A gcController as it was at one moment. */
export type Moment = {
	/** From its beginning to behind its totals; overwritten by the next reading. */
	readonly bytes: Buffer;
	readonly totals: Totals;
	readonly pacing: Pacing;
	/** Bytes of address space that the process had just after. */
	readonly virtual: number;
};

/**
 * Why there is no moment: `torn` between two, `ended` with the process, `executed` another program, `unmapped` where the
 * process has no memory at that place any more.
 */
export type Obstacle = 'torn' | 'ended' | 'executed' | 'unmapped';

/** What moments are read from. */
export type MomentOptions = {
	readonly memory: Pick<HeldBytes, 'readNow'>;
	/** Bytes of address space the process has now; undefined once it has ended. */
	readonly virtual: () => number | undefined;
	readonly location: Location;
};

/** Reads moments in one piece each, into a buffer of its own. */
export const createMomentReader = ({memory, virtual, location}: MomentOptions): (() => Moment | Obstacle) => {
	const bytes = Buffer.alloc(location.totals + totalsSize);
	return () => {
		const length = readAt(memory, location.controller, bytes);
		// Read second: a process gives memory up only after it has counted that.
		const size = virtual();
		if (size === undefined) return 'ended';
		if (length === 0) return 'executed';
		if (length !== bytes.length) return 'unmapped';
		const totals = totalsAt(bytes, location.totals);
		const pacing = parsePacing(bytes);
		return pacing && areConsistent(totals, size) ? {bytes, totals, pacing, virtual: size} : 'torn';
	};
};
