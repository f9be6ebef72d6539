import {hostname} from 'node:os';
import type {Column, Entry} from '../model/entry.ts';
import type {SourceInfo} from '../model/source-info.ts';
import type {Target} from '../model/target.ts';

/** What the header of a stretch tells. */
export type HeaderFacts = {
	readonly target: Target;
	readonly source: SourceInfo;
	/** Seconds between samples. */
	readonly interval: number;
	/** Unix seconds. */
	readonly recorded: number;
	/** True to tell the command line too. */
	readonly withCommand: boolean;
	/** True when the recording before goes on. */
	readonly continues: boolean;
};

/** The header entry of a stretch. */
export const headerOf = ({target, source, continues, withCommand, ...facts}: HeaderFacts): Entry => ({
	type: 'header',
	columns: columnsOf(source),
	header: {
		pid: target.pid,
		name: target.name,
		...(target.startTime !== undefined && {target_start: target.startTime}),
		recorded: facts.recorded,
		source: source.name,
		interval: facts.interval,
		host: hostname(),
		...(withCommand && target.command !== undefined && {command: target.command}),
		...(continues && {continues}),
	},
});

/** The columns of a source's recording after the first three: RSS and VIRT, then every metric that names one. */
export const columnsOf = ({metrics}: Pick<SourceInfo, 'metrics'>): readonly Column[] => {
	const columns = metrics.flatMap(({id, column}) =>
		column === undefined ? [] : [{name: column, metric: id}],
	);
	const rank = ({name}: Column): number => (isFirst.includes(name) ? isFirst.indexOf(name) : isFirst.length);
	return columns.toSorted((one, other) => rank(one) - rank(other));
};

const isFirst = ['rss', 'virt'];
