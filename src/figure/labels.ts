import type {SourceInfo} from '../model/source-info.ts';
import type {SourceLabels} from '../plot/recorded.ts';

/** What the numbers of the sources of a recording, one after the other, are called in a picture. */
export const labelsOf = (sources: readonly SourceInfo[]): SourceLabels => ({
	inUse: joined(sources.map(({metrics, inUse}) => metrics.find(({id}) => id === inUse)?.label ?? 'In use')),
	system: joined(
		sources.map(({metrics, system}) => metrics.find(({id}) => id === system)?.label ?? 'System'),
	),
	source: joined(sources.map(({name}) => name)),
});

/** True where RSS is a curve of its own, being neither of the two already. */
export const hasRssApart = ({inUse, system}: SourceInfo): boolean =>
	!inUse.endsWith('.rss') && !system.endsWith('.rss');

// Each once, however often it was switched to and fro.
const joined = (labels: readonly string[]): string => [...new Set(labels)].join(' → ');
