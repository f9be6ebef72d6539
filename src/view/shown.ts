import {metricOf} from '../app/metrics.ts';
import type {Compared, State} from '../app/state.ts';
import {shiftOf} from '../app/window.ts';
import {isBroken, seriesOf} from '../model/history.ts';
import type {MetricId} from '../model/metric.ts';
import {isApproximateAt} from '../model/reading-at.ts';
import {exactStart, indexAfter, timeAt, valueAt} from '../model/series.ts';
import {currentValue, markOf} from './current.ts';
import {isMissingAt} from './missing.ts';
import {formatValue} from './number.ts';

/** A metric's number at the moment that is looked at; NaN where there is none. */
export type Shown = {
	readonly value: number;
	/** `~` where it is a best effort, an older one held over, or no more than the largest of those around it. */
	readonly mark: '~' | '';
};

/** A metric at the cursor, or as it is now where there is no cursor. */
export const shown = (state: State, id: MetricId): Shown =>
	state.view.cursor === undefined
		? {value: currentValue(state, id), mark: markOf(state, id)}
		: valueAtTime(state, id, state.view.cursor);

/** A metric of the second recording at the same place of the charts, or its last where there is no cursor. */
export const shownOther = (state: State, other: Compared, id: MetricId): Shown =>
	state.view.cursor === undefined
		? {value: lastOf(other, id), mark: ''}
		: valueAtTime(other, id, state.view.cursor - shiftOf(state));

/** The same as `shown`, as it is printed. */
export const printedShown = (state: State, id: MetricId): string =>
	printed(shown(state, id), metricOf(state.source, id)?.unit ?? 'bytes');

/** A number as it is printed, with its mark before it. */
export const printed = ({value, mark}: Shown, unit: Parameters<typeof formatValue>[1]): string =>
	mark + formatValue(value, unit);

// Seconds: half of the finest step between two stamps. A place that was counted from another start is a little beside.
const halfStamp = 5e-7;

type Recorded = Pick<Compared, 'source' | 'history' | 'detail'>;

// What was read before the curve was broken says nothing of the time after.
const valueAtTime = ({source, history, detail}: Recorded, id: MetricId, time: number): Shown => {
	const isCovered = detail !== undefined && detail.from <= time && time <= detail.to;
	const read = isCovered && detail.history.series.has(id) ? detail.history : history;
	const series = seriesOf(read, id);
	const index = indexAfter(series, time + halfStamp) - 1;
	const isPast = time > history.end + halfStamp || isBroken(read, timeAt(series, index), time - halfStamp);
	if (index < 0 || isPast) return nothing;
	const isMain = id === source.inUse || id === source.system;
	if (isMain && isMissingAt(read, id, time + halfStamp)) return nothing;
	const isExact = index >= exactStart(series) && !(isMain && isApproximateAt(read, time + halfStamp));
	return {value: valueAt(series, index), mark: isExact ? '' : '~'};
};

const lastOf = ({source, history}: Compared, id: MetricId): number => {
	const isMain = id === source.inUse || id === source.system;
	const isMissing = isMain && isMissingAt(history, id, history.end);
	return isMissing ? Number.NaN : (history.statistics.get(id)?.now ?? Number.NaN);
};

const nothing: Shown = {value: Number.NaN, mark: ''};
