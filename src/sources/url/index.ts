import type {Metric} from '../../model/metric.ts';
import type {Target} from '../../model/target.ts';
import type {Source} from '../source.ts';
import {createConnection} from './connection.ts';
import type {Endpoint} from './endpoint.ts';
import {families, processMetrics} from './families.ts';
import type {Figures} from './figures.ts';
import {createUrlProbe} from './probe.ts';
import {readAnswer} from './read-answer.ts';
import {type Declared, toReading} from './reading.ts';
import {isEndpointTarget} from './target.ts';

export {parseUrl} from './address.ts';
export {openEndpoint} from './endpoint.ts';
export {isEndpointTarget, targetOf} from './target.ts';

/**
 * The source that reads an opened endpoint for a target. Its metrics are those the first answer told. A process has the
 * operating system's own RSS and VIRT beside it; for an endpoint alone those that it tells are recorded as such.
 */
export const createUrlSource = ({url, figures, limits}: Endpoint, target: Target): Source => {
	const metrics = metricsFor(figures, isEndpointTarget(target));
	const declared: Declared = {metrics, family: figures.family};
	let first: Figures | undefined = figures;
	return {
		...families[figures.family],
		metrics,
		open: async () => {
			const {ask, close} = createConnection(limits);
			const askFigures = async () => {
				const answer = await ask(url);
				return answer.failed === undefined ? readAnswer(answer) : answer;
			};
			// The first answer is for the first opening; later ones begin with a new one.
			const begin = first ?? (await askFigures());
			first = undefined;
			return createUrlProbe(
				toReading(begin, declared),
				async () => toReading(await askFigures(), declared),
				close,
			);
		},
	};
};

const metricsFor = ({family, values}: Figures, isAlone: boolean): readonly Metric[] => {
	const {metrics} = families[family];
	if (family === 'process') return isAlone ? metrics : metrics.map(besideProcess);
	return isAlone && 'url.rss' in values ? [...processMetrics, ...metrics] : metrics;
};

// The system's own count has the name and the column.
const besideProcess = ({column: _, label, ...metric}: Metric): Metric => ({
	...metric,
	label: `endpoint ${label}`,
});
