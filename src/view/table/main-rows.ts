import type {State} from '../../app/state.ts';
import type {MetricId} from '../../model/metric.ts';
import type {Line, Span, Style} from '../style.ts';
import {labelCell, valueCell} from './cell.ts';
import {type Figures, figuresOf} from './figures.ts';
import {sightRows} from './sight-rows.ts';
import {newestWord} from './words.ts';

/** In use and system side by side; at a cursor, the sample it is on before the newest. */
export const wideMainRows = (state: State): readonly Line[] => {
	const pair = [figuresOf(state, state.source.inUse), figuresOf(state, state.source.system)];
	const row = (label: string, figure: keyof Figures, style?: Style): Line => [
		labelCell(label),
		...pair.map(figures => valueCell(figures[figure], style)),
	];
	const newest = newestWord(state);
	const hasCursor = state.view.cursor !== undefined;
	const atCursor = [row('value', 'here', 'cursor'), row(`to ${newest}`, 'toNow')];
	return [
		[labelCell(''), valueCell('In use', 'inUse'), valueCell('System', 'system')],
		...(hasCursor ? atCursor : []),
		row(newest, 'now', hasCursor ? 'plain' : 'strong'),
		row('min', 'min'),
		row('max', 'max'),
		row('mean', 'mean'),
		...sightRows(state),
		row('per minute', 'change'),
	];
};

/** One under the other, with fewer figures. */
export const narrowMainRows = ({source, ...state}: State): readonly Line[] => [
	...roleRows({source, ...state}, source.inUse, labelCell('In use', 'inUse')),
	...roleRows({source, ...state}, source.system, labelCell('System', 'system')),
];

const roleRows = (state: State, id: MetricId, title: Span): readonly Line[] => {
	const {here, toNow, max, change} = figuresOf(state, id);
	const hasCursor = state.view.cursor !== undefined;
	return [
		[title, valueCell(here, hasCursor ? 'cursor' : 'strong')],
		...(hasCursor ? [[labelCell(`  to ${newestWord(state)}`), valueCell(toNow)]] : []),
		[labelCell('  max'), valueCell(max)],
		...(hasCursor ? [] : [[labelCell('  per minute'), valueCell(change)]]),
	];
};
