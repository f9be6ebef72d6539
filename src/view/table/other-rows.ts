import {metricOf} from '../../app/metrics.ts';
import type {State} from '../../app/state.ts';
import type {Metric, MetricId} from '../../model/metric.ts';
import type {Line, Span} from '../style.ts';
import {labelCell, valueCell} from './cell.ts';
import {figuresOf} from './figures.ts';
import {hereWord} from './words.ts';

/** What system is made of: rows that add up to it, in use first; none where the source cannot tell. */
export const partRows = (state: State): readonly Line[] => {
	const parts = partsOf(state);
	const metrics = parts.map(id => metricOf(state.source, id)).filter(metric => metric !== undefined);
	if (metrics.length === 0) return [];
	return [
		headingRow(state, labelCell('system is', 'system')),
		...metrics.map(metric => metricRow(state, metric)),
	];
};

/**
 * Every metric that is neither one of the two nor a part of system, with its current and peak value: what the runtime
 * counts besides, then what the operating system counts of the process.
 */
export const otherRows = (state: State): readonly Line[] => {
	const {inUse, system, parts = [], metrics, processes} = state.source;
	const others = metrics.filter(({id}) => id !== inUse && id !== system && !parts.includes(id));
	const own = others.filter(({id}) => !isOfSystem(id));
	const ofSystem = others.filter(({id}) => isOfSystem(id));
	const [ownHeading, heading] = processes === undefined ? ['runtime', 'process'] : ['tree', 'root alone'];
	return [
		...(own.length > 0
			? [headingRow(state, labelCell(ownHeading)), ...own.map(metric => metricRow(state, metric))]
			: []),
		...(ofSystem.length > 0
			? [
					headingRow(state, labelCell(own.length + parts.length > 0 ? heading : '')),
					...ofSystem.map(metric => metricRow(state, metric)),
				]
			: []),
	];
};

const isOfSystem = (id: MetricId): boolean => id.startsWith('os.');

const headingRow = (state: State, label: Span): Line => [
	label,
	valueCell(hereWord(state), 'dim'),
	valueCell('peak', 'dim'),
];

// Of those that a source names, the ones this process has, once any is known.
const partsOf = ({source: {parts = []}, history}: State): readonly MetricId[] => {
	const known = parts.filter(id => history.statistics.has(id));
	return known.length > 0 ? known : parts;
};

const metricRow = (state: State, {id, label, hasNoPeak}: Metric): Line => {
	const {here, max} = figuresOf(state, id);
	const style = id === 'os.rss' ? 'rss' : id === state.source.inUse ? 'inUse' : 'plain';
	return [labelCell(label), valueCell(here, style), valueCell(hasNoPeak ? '' : max, 'dim')];
};
