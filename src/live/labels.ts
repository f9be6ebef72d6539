import type {SourceInfo} from '../model/source-info.ts';
import type {SourceLabels} from '../plot/recorded.ts';

/** What the numbers of a source are called in a picture. */
export const labelsOf = ({name, metrics, inUse, system}: SourceInfo): SourceLabels => ({
	inUse: metrics.find(({id}) => id === inUse)?.label ?? 'in use',
	system: metrics.find(({id}) => id === system)?.label ?? 'system',
	source: name,
});
