import type {Target} from '../../model/target.ts';
import type {Platform} from '../../platform/platform.ts';
import type {Source} from '../source.ts';

/** One process of a tree, held open. */
export type Member = {
	/**
	 * Its in use and system now, in bytes, as the source of the tree means them; undefined where it has none now.
	 * Throws TargetGoneError once it has ended.
	 */
	readonly read: () => Totals | undefined;
	/** Its proportional bytes, and the milliseconds it took to count them; undefined where that is not permitted. */
	readonly shares?: () => Promise<{readonly pss: number; readonly cost: number} | undefined>;
	readonly close: () => void;
};

/** In use and system, in bytes. */
export type Totals = {readonly inUse: number; readonly system: number};

/** Opens one process of a tree; or tells in a clause why it cannot be summed. */
export type OpenMember = (target: Target) => Promise<Member | string>;

/** Members by what the operating system counts: RSS and VIRT. */
export const openByMemory =
	({openProcess}: Pick<Platform, 'openProcess'>): OpenMember =>
	async target => {
		const {memory, shares, close} = await openProcess(target);
		return {
			close,
			read: () => {
				const {rss, virt} = memory();
				return rss === undefined || virt === undefined ? undefined : {inUse: rss, system: virt};
			},
			shares: async () => {
				const told = await shares?.();
				return told?.refused === undefined ? told : undefined;
			},
		};
	};

/** The same, of which each has to tell its PSS. */
export const openByShares =
	(platform: Pick<Platform, 'openProcess'>): OpenMember =>
	async target => {
		const member = await openByMemory(platform)(target);
		if (typeof member === 'string' || (await member.shares?.())) return member;
		// One that has ended since tells nothing either, and throws here.
		member.read();
		member.close();
		return 'PSS is not permitted';
	};

/** Members by what their own runtimes count. */
export const openBySource =
	({open, inUse, system}: Source): OpenMember =>
	async target => {
		const probe = await open(target);
		if (probe.refused !== undefined) return probe.refused;
		return {
			close: probe.close,
			read: () => {
				const {values} = probe.read();
				const [used, held] = [values[inUse], values[system]];
				return used === undefined || held === undefined ? undefined : {inUse: used, system: held};
			},
		};
	};
