import type {State} from '../../app/state.ts';
import type {MetricId} from '../../model/metric.ts';
import type {Line, Span, Style} from '../style.ts';
import {labelCell, valueCell} from './cell.ts';
import {type Figures, figuresOf} from './figures.ts';

/** In use and system side by side. */
export const wideMainRows = (state: State): readonly Line[] => {
	const pair = [figuresOf(state, state.source.inUse), figuresOf(state, state.source.system)];
	const row = (label: string, figure: keyof Figures, style?: Style): Line => [
		labelCell(label),
		...pair.map(figures => valueCell(figures[figure], style)),
	];
	return [
		[labelCell(''), valueCell('In use', 'inUse'), valueCell('System', 'system')],
		row('now', 'now', 'strong'),
		row('min', 'min'),
		row('max', 'max'),
		row('mean', 'mean'),
		row('per minute', 'change'),
	];
};

/** One under the other, with fewer figures. */
export const narrowMainRows = ({source, ...state}: State): readonly Line[] => [
	...roleRows({source, ...state}, source.inUse, labelCell('In use', 'inUse')),
	...roleRows({source, ...state}, source.system, labelCell('System', 'system')),
];

const roleRows = (state: State, id: MetricId, title: Span): readonly Line[] => {
	const {now, max, change} = figuresOf(state, id);
	return [
		[title, valueCell(now, 'strong')],
		[labelCell('  max'), valueCell(max)],
		[labelCell('  per minute'), valueCell(change)],
	];
};
