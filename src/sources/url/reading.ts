import type {MetricId} from '../../model/metric.ts';
import type {Reading} from '../../model/reading.ts';
import type {SourceInfo} from '../../model/source-info.ts';
import type {Failure} from './answer.ts';
import type {FamilyName} from './families.ts';
import type {Figures} from './figures.ts';

/** What a source declares, and whose figures it reads. */
export type Declared = Pick<SourceInfo, 'metrics'> & {readonly family: FamilyName};

/** The reading of the declared metrics that an answer gives; what it lacks is absent with the reason. */
export const toReading = (figures: Figures | Failure, {metrics, family}: Declared): Reading => {
	const values: Record<MetricId, number> = {};
	const absent: Record<MetricId, string> = {};
	const reason = whyAbsent(figures, family);
	const told = figures.failed === undefined && figures.family === family ? figures.values : {};
	for (const {id} of metrics) {
		const value = told[id];
		if (value === undefined) absent[id] = reason;
		else values[id] = value;
	}
	return Object.keys(absent).length === 0 ? {values} : {values, absent};
};

const whyAbsent = (figures: Figures | Failure, family: FamilyName): string => {
	if (figures.failed !== undefined) return `the endpoint gave ${figures.failed}`;
	return figures.family === family ? 'not told by the endpoint' : 'the endpoint gave figures of another kind';
};
