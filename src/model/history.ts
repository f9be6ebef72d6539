export {breakCurves, isBroken} from './history/breaks.ts';
export {
	emptyHistory,
	type History,
	type HistoryLimits,
	type HistoryOptions,
	liveLimits,
	recordedLimits,
	type Stretch,
	unlimited,
} from './history/history.ts';
export {addGap, addLandmark, landmarksBetween, nextLandmark} from './history/landmarks.ts';
export {keepInFull, seriesOf} from './history/metrics.ts';
export {record} from './history/record.ts';
export {recordRows, type SampleRows} from './history/record-rows.ts';
