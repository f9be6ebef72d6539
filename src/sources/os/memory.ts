import type {Reading} from '../../model/reading.ts';
import type {OpenProcess, ProcessMemory} from '../../platform/platform.ts';
import {TargetGoneError} from '../../target/errors.ts';
import {toReading} from './part.ts';

/** RSS and VIRT. Throws TargetGoneError; any other failure leaves them without a number. */
export const readMemory = (process: OpenProcess): Reading => {
	const {rss, virt, isOld} = readOrUnknown(process);
	if (rss !== undefined && virt !== undefined && !isOld) return {values: {'os.rss': rss, 'os.virt': virt}};
	const reading = toReading({'os.rss': rss, 'os.virt': virt}, 'not told by this system');
	return isOld ? {...reading, approximate: true} : reading;
};

const readOrUnknown = (process: OpenProcess): ProcessMemory => {
	try {
		return process.memory();
	} catch (error) {
		if (error instanceof TargetGoneError) throw error;
		return {rss: undefined, virt: undefined, isOld: false};
	}
};
