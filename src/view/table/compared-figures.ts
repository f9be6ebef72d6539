import type {Compared, State} from '../../app/state.ts';
import type {MetricId} from '../../model/metric.ts';
import type {Statistics} from '../../model/statistics.ts';
import {currentStatistics} from '../current.ts';
import {formatValue} from '../number.ts';
import type {Line} from '../style.ts';
import {labelCell, valueCell} from './cell.ts';

/** Rows of the smallest, largest and mean of in use and system in each of two recordings. */
export const comparedFigures = (state: State, other: Compared): readonly Line[] =>
	(['min', 'max', 'mean'] as const).flatMap(figure => {
		const print = (statistics: Statistics | undefined) =>
			valueCell(formatValue(statistics?.[figure] ?? Number.NaN, 'bytes'));
		const own = (id: MetricId) => print(currentStatistics(state, id));
		const others = (id: MetricId) => print(other.history.statistics.get(id));
		return [
			[labelCell(`${figure} A`), own(state.source.inUse), own(state.source.system)],
			[
				labelCell(`${' '.repeat(figure.length)} B`, 'other'),
				others(other.source.inUse),
				others(other.source.system),
			],
		];
	});
