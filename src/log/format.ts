import type {Column, Entry, Note, RecordingHeader} from '../model/entry.ts';
import type {MetricId} from '../model/metric.ts';
import type {Sample} from '../model/sample.ts';

/** The entry that begins a recording or a further stretch of it. */
export type HeaderEntry = Extract<Entry, {readonly type: 'header'}>;

/** What a sample line needs from the header above it. */
export type Layout = {
	/** The metric of each column after the first three; undefined is the place of `approx`. */
	readonly metrics: readonly (MetricId | undefined)[];
	/** Decimals of the time stamp. */
	readonly decimals: number;
};

/** The layout of the lines below a header: microseconds where milliseconds would make neighbours equal. */
export const layoutOf = ({header, columns}: HeaderEntry): Layout => ({
	metrics: withApprox(
		columns,
		columns.map(column => column.metric),
		undefined,
	),
	decimals: header.interval < 0.1 ? 6 : 3,
});

/** The text of an entry as it stands in the file, each line with its `\n`; a header is two lines. */
export const formatEntry = (entry: Entry, layout: Layout): string => {
	if (entry.type === 'sample') return formatSample(entry.sample, layout);
	if (entry.type === 'header') return formatHeader(entry);
	return entry.type === 'break' ? '\n' : formatNote(entry);
};

// A string grows by a number per column, without an array or object: this runs a thousand times a second.
const formatSample = (sample: Sample, {metrics, decimals}: Layout): string => {
	let line = `${sample.time.toFixed(decimals)} ${Math.round(sample.inUse)} ${Math.round(sample.system)}`;
	for (const metric of metrics) {
		line += metric === undefined ? approximate(sample) : formatNumber(sample.values[metric]);
	}
	return `${line}\n`;
};

const approximate = (sample: Sample): string => (sample.approximate ? ' 1' : ' 0');

const formatNumber = (value: number | undefined): string => {
	if (value === undefined || !Number.isFinite(value)) return ' NaN';
	return ` ${Number.isInteger(value) ? value : Math.round(value * 1000) / 1000}`;
};

/** Names of the columns after the first three, as the `# timestamp` line has them. */
export const columnNames = (columns: readonly Column[]): readonly string[] =>
	withApprox(
		columns,
		columns.map(({name}) => name),
		'approx',
	);

const formatHeader = ({header, columns}: HeaderEntry): string => {
	const line = ['# timestamp in_use system', ...columnNames(columns)].join(' ');
	return `# memtop 1 ${JSON.stringify(header, [...headerKeys])}\n${line}\n`;
};

const formatNote = ({type, time, details}: Note): string =>
	`# ${type} ${JSON.stringify({time, ...details})}\n`;

/** Items of the columns with one more behind those every source has. */
const withApprox = <Item>(columns: readonly Column[], items: readonly Item[], approx: Item): Item[] =>
	items.toSpliced(columns.findLastIndex(({name}) => name === 'rss' || name === 'virt') + 1, 0, approx);

// A list rather than the object's own order, so that every header reads the same and nothing else gets in.
const headerKeys = [
	'pid',
	'name',
	'target_start',
	'recorded',
	'source',
	'interval',
	'host',
	'command',
	'continues',
] as const satisfies readonly (keyof RecordingHeader)[];
