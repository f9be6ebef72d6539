import test from 'ava';
import {chartMetric, metricOf} from '../../src/app/metrics.ts';
import {goSource} from '../fixtures/source.ts';
import {after, openedState, watchedState} from '../fixtures/watch.ts';

test('each chart begins with the source’s own metric', t => {
	t.is(chartMetric(watchedState(), 0)?.id, goSource.inUse);
	t.is(chartMetric(watchedState(), 1)?.id, goSource.system);
});

test('the key goes through every metric that was read, and comes round', t => {
	let state = watchedState();
	const seen: (string | undefined)[] = [];
	for (let press = 0; press < 8; press += 1) {
		seen.push(chartMetric(state, 0)?.id);
		state = after(state, {type: 'metricCycled'});
	}
	t.deepEqual(
		seen,
		goSource.metrics.map(({id}) => id).filter(id => id !== 'os.swap'),
	);
	t.is(chartMetric(state, 0)?.id, goSource.inUse);
	t.is(chartMetric(state, 1)?.id, goSource.system);
});

test('the key speaks to the selected chart', t => {
	const state = after(watchedState(), {type: 'chartSelected'}, {type: 'metricCycled'});
	t.is(chartMetric(state, 0)?.id, goSource.inUse);
	t.is(chartMetric(state, 1)?.id, 'os.rss');
});

test('before the first sample the key changes nothing', t => {
	t.is(chartMetric(after(openedState(), {type: 'metricCycled'}), 0)?.id, goSource.inUse);
});

test('a metric by its id', t => {
	t.is(metricOf(goSource, 'os.cpu')?.label, 'CPU');
	t.is(metricOf(goSource, 'os.nothing'), undefined);
});
