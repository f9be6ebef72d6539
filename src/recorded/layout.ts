import {furtherOf} from '../log/rows.ts';
import type {RecordingHeader} from '../model/entry.ts';
import type {History} from '../model/history.ts';
import type {Metric, MetricId} from '../model/metric.ts';
import type {SourceInfo} from '../model/source-info.ts';
import {osSource} from '../sources/os/index.ts';
import {sourceOf} from './source-of.ts';

/** What the columns of a stretch of a log mean. */
export type Layout = {
	/** What it was read by, with a metric more for each column that is not known here. */
	readonly source: SourceInfo;
	/** By column as rows have them, the metric; undefined for the time, for `approx`, and for what stands there twice. */
	readonly metrics: readonly (MetricId | undefined)[];
};

/** The meaning of the columns behind the first three, below such a header. */
export const layoutOf = (header: RecordingHeader | undefined, columns: readonly string[]): Layout => {
	const source = sourceOf(header, columns);
	const found = [source.inUse, source.system].map(id => source.metrics.find(metric => metric.id === id));
	const recorded = new Map(found.flatMap(metric => (metric ? [[metric.id, metric] as const] : [])));
	const further = furtherOf(columns).map(column => {
		const metric = metricOf(source, column) ?? unknownMetric(column);
		if (recorded.has(metric.id)) return undefined;
		recorded.set(metric.id, metric);
		return metric.id;
	});
	return {
		source: recordedPart(source, recorded),
		metrics: [undefined, source.inUse, source.system, undefined, ...further],
	};
};

// What was not recorded is not said to be missing, and parts that do not add up are none.
const recordedPart = (source: SourceInfo, recorded: ReadonlyMap<MetricId, Metric>): SourceInfo => {
	const {parts, held, ...rest} = source;
	const isWhole = (ids: readonly MetricId[] | undefined) => ids?.every(id => recorded.has(id)) === true;
	const own = source.metrics.filter(({id}) => recorded.has(id));
	const others = [...recorded.values()].filter(metric => !own.includes(metric));
	return {
		...rest,
		metrics: [...own, ...others.filter(isOfSystem), ...others.filter(metric => !isOfSystem(metric))],
		...(parts && isWhole(parts) && {parts}),
		...(held && isWhole(held) && {held}),
	};
};

const isOfSystem = ({id}: Metric): boolean => id.startsWith('os.');

/** The source with the units of unknown columns as what was read so far suggests them. */
export const withUnits = (source: SourceInfo, {statistics}: Pick<History, 'statistics'>): SourceInfo => {
	const isLarge = ({id}: Metric): boolean =>
		id.startsWith(unknownPrefix) && (statistics.get(id)?.max ?? 0) >= largeCount;
	if (!source.metrics.some(isLarge)) return source;
	return {
		...source,
		metrics: source.metrics.map(metric => (isLarge(metric) ? ({...metric, unit: 'bytes'} as const) : metric)),
	};
};

const unknownPrefix = 'log.';

// No program of interest has so little memory, and few count anything else to so much.
const largeCount = 65_536;

const metricOf = (source: SourceInfo, column: string): Metric | undefined =>
	[...source.metrics, ...osSource.metrics].find(metric => metric.column === column);

const unknownMetric = (column: string): Metric => ({
	id: `${unknownPrefix}${column}`,
	label: column.replaceAll('_', ' '),
	unit: 'count',
	column,
	definition: `Column ${column} of the log, which this version of memtop does not know.`,
});
