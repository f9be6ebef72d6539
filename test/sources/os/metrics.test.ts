import test from 'ava';
import {osMetrics} from '../../../src/sources/os/metrics.ts';

test('the columns of the log begin with RSS and VIRT', t => {
	const columns = osMetrics.flatMap(metric => ('column' in metric ? [metric.column] : []));
	t.deepEqual(columns, ['rss', 'virt', 'swap', 'rss_anon', 'rss_file', 'rss_shmem', 'pss', 'uss']);
});
