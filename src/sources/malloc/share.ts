import type {Clock} from '../../model/clock.ts';
import type {ByteSource} from '../../platform/linux/byte-source.ts';
import type {NativeProcess} from '../../platform/linux/native-process.ts';
import {parseStatus} from '../../platform/linux/status.ts';

/** Bytes of the anonymous memory of a process, swapped out or not; undefined where the kernel does not tell. */
export const readAnonymous = async ({lend}: Pick<NativeProcess, 'lend'>): Promise<number | undefined> => {
	const {rssAnon, swap = 0} = parseStatus(await lend('status', readAll));
	return rssAnon === undefined ? undefined : rssAnon + swap;
};

/** Why malloc's bytes say too little of a process with so many anonymous ones; undefined where they are at least `share`. */
export const whyTooSmall = (system: number, anonymous: number, share: number): string | undefined => {
	if (system >= share * anonymous) return undefined;
	const percent = Math.round((100 * system) / anonymous);
	return `glibc malloc holds only ${percent} % of its anonymous memory`;
};

/** Watches the share of malloc while a process runs: says why it is too small once it has been so for a while. */
export const createShareWatch = (native: Pick<NativeProcess, 'lend'>, clock: Clock) => {
	let due = clock.monotonic() + pause;
	let small = 0;
	let lost: string | undefined;
	const look = async (system: number): Promise<void> => {
		const anonymous = await readAnonymous(native).catch(() => undefined);
		const reason = anonymous === undefined ? undefined : whyTooSmall(system, anonymous, leastShare);
		small = reason === undefined ? 0 : small + 1;
		if (small >= patience) lost = reason;
	};
	return (system: number): string | undefined => {
		const now = clock.monotonic();
		if (now >= due) {
			due = now + pause;
			void look(system);
		}
		return lost;
	};
};

// Milliseconds between looks, and how many in a row are to agree.
const pause = 3000;
const patience = 3;
const leastShare = 0.25;

const readAll = async (file: ByteSource): Promise<string> =>
	(await file.read(0, longestStatus)).toString('latin1');

const longestStatus = 16 * 1024;
