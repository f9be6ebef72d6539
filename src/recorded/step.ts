import {createBreath} from './breath.ts';
import {fileStatus} from './file-status.ts';
import {changedText, replacing, say, showLog, type Viewing} from './viewing.ts';

/** Shows the next recording of the log, or the one before. Rejects with LogError when it cannot be read. */
export const stepRecording = async (viewing: Viewing, by: -1 | 1): Promise<void> => {
	const {log, clock} = viewing;
	const place = log.place(by);
	if (!place) return say(viewing, by < 0 ? 'this is the first recording' : 'this is the last recording');
	const breath = createBreath(clock, {spacing: 100, tell: () => showLog(viewing)});
	const signal = replacing(viewing, 'step');
	const status = await fileStatus(log.path);
	if (!log.isSame(status)) return say(viewing, changedText(log), 'bad');
	await log.show(place, {signal, breath, status});
	if (!signal.aborted) showLog(viewing);
};
