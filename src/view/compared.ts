import type {Compared, State} from '../app/state.ts';
import type {MetricId} from '../model/metric.ts';

/** The metric of the second recording that is drawn and told beside one of the first; undefined where it has none. */
export const comparedMetric = ({source}: State, other: Compared, id: MetricId): MetricId | undefined => {
	if (id === source.inUse) return other.source.inUse;
	if (id === source.system) return other.source.system;
	return other.history.series.has(id) ? id : undefined;
};

/** What the two recordings are called: their files, shortened to what tells them apart; of one file, their numbers in it. */
export const comparedNames = ({viewed, target}: State, other: Compared): readonly [string, string] => {
	const first = viewed?.path ?? target?.name ?? '';
	const [one, two] = [baseName(first), baseName(other.path)];
	if (one !== two) return [one, two];
	if (first !== other.path) return [first, other.path];
	const names = [target?.name ?? one, other.name] as const;
	return names[0] === names[1] ? numbered(viewed, other) : names;
};

const numbered = (viewed: State['viewed'], {recording}: Compared): readonly [string, string] => {
	const {number, count} = recording ?? {number: 1, count: 1};
	return [`${viewed?.recording ?? 1}/${viewed?.recordings ?? 1}`, `${number}/${count}`];
};

/** The last part of a path. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
