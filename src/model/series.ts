export {append, appendAll, type Samples} from './series/append.ts';
export {type Extent, extentOf} from './series/extent.ts';
export {setLimits} from './series/limit.ts';
export {exactFrom, exactStart, indexAfter, indexAt, lastValue, timeAt, valueAt} from './series/lookup.ts';
export {emptySeries, type Series, type SeriesLimits} from './series/series.ts';
export {nothingShared, type SharedTimes} from './series/times.ts';
