import type {HeldBytes} from '../../platform/linux/held-bytes.ts';
import type {FileWatch} from './counter-bytes.ts';

/**
 * Watches by the `maps` file of the process, held open: it stays with the program that the process executed when it was
 * opened, and is empty afterwards.
 */
export const watchMaps = (maps: Pick<HeldBytes, 'readNow' | 'close'>): FileWatch => {
	const beginning = Buffer.alloc(16);
	return {
		isCurrent: () => {
			try {
				return maps.readNow(0, beginning) > 0;
			} catch {
				return false;
			}
		},
		mayBeOld: false,
		close: maps.close,
	};
};
