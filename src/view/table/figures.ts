import {metricOf} from '../../app/metrics.ts';
import type {State} from '../../app/state.ts';
import {seriesOf} from '../../model/history.ts';
import type {MetricId} from '../../model/metric.ts';
import {changePerMinute} from '../../model/statistics.ts';
import {currentStatistics, currentValue, printedValue} from '../current.ts';
import {formatChange, formatValue} from '../number.ts';
import {printedShown, shown} from '../shown.ts';

/** The figures of a metric as they are printed, those of the moment the view was frozen at if it is. */
export type Figures = Readonly<Record<'here' | 'toNow' | 'now' | 'min' | 'max' | 'mean' | 'change', string>>;

/** The figures of a metric; each is `–` where there is none. `here` is at the cursor, and now without one. */
export const figuresOf = (state: State, id: MetricId): Figures => {
	const statistics = currentStatistics(state, id);
	const unit = metricOf(state.source, id)?.unit ?? 'bytes';
	const print = (value: number | undefined): string => formatValue(value ?? Number.NaN, unit);
	const {value, mark} = shown(state, id);
	return {
		here: printedShown(state, id),
		toNow: mark + formatChange(currentValue(state, id) - value, unit),
		now: printedValue(state, id),
		min: print(statistics?.min),
		max: print(statistics?.max),
		mean: print(statistics?.mean),
		change: formatChange(changeOf(state, id), unit),
	};
};

/**
 * Change of a metric per minute over the last minute, or the last ten samples where that is longer, up to the moment that
 * is looked at: at the cursor, else where the view was frozen, or now.
 */
export const changeOf = ({view, history, interval}: State, id: MetricId): number =>
	changePerMinute(seriesOf(history, id), Math.max(60, 10 * interval), view.cursor ?? view.frozen?.time);
