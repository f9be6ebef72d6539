import test, {type ExecutionContext} from 'ava';
import {timeAxis} from '../../src/plot/time-axis.ts';
import {start} from './recording.ts';

type Span = readonly [seconds: number, offset: number];

const testLabels = (t: ExecutionContext, [seconds, offset]: Span, expected: readonly string[]) => {
	const axis = timeAxis({from: start, to: start + seconds}, offset);
	t.deepEqual(
		axis.tics.map(tic => tic.label),
		expected,
	);
};

test(
	'milliseconds',
	testLabels,
	[0.02, 0],
	[...['06:00:34.500', '06:00:34.505', '06:00:34.510', '06:00:34.515', '06:00:34.520']],
);
test(
	'seconds',
	testLabels,
	[20, 0],
	[
		...['06:00:36', '06:00:38', '06:00:40', '06:00:42', '06:00:44', '06:00:46', '06:00:48', '06:00:50'],
		...['06:00:52', '06:00:54'],
	],
);
test(
	'half hours of a zone off by a half hour',
	testLabels,
	[4 * 3600, 330],
	[...['12:00', '12:30', '13:00', '13:30', '14:00', '14:30', '15:00', '15:30']],
);
test(
	'midnight names the day',
	testLabels,
	[86_400, 0],
	[
		...['08:00', '10:00', '12:00', '14:00', '16:00', '18:00', '20:00', '22:00', 'Nov 23'],
		...['02:00', '04:00', '06:00'],
	],
);
test(
	'days',
	testLabels,
	[9 * 86_400, 60],
	[...[23, 24, 25, 26, 27, 28, 29, 30].map(day => `Nov ${day}`), 'Dec 1'],
);
test(
	'a single moment has half a second on either side',
	testLabels,
	[0, 0],
	[...['06:00:34.000', '06:00:34.200', '06:00:34.400', '06:00:34.600', '06:00:34.800', '06:00:35.000']],
);

test('a tic lies where its label says', t => {
	const axis = timeAxis({from: start, to: start + 7200}, 345);
	for (const {at, label} of axis.tics) {
		const local = new Date(Math.round((at + 345 * 60) * 1000)).toISOString();
		t.is(local.slice(11), `${label}:00.000Z`);
		t.true(at >= axis.range.from && at <= axis.range.to);
	}
});

test('never more than 13 tics, and at least 4', t => {
	for (let seconds = 0.01; seconds < 2e9; seconds *= 1.7) {
		const {tics} = timeAxis({from: start, to: start + seconds}, -210);
		t.true(tics.length <= 13 && tics.length >= 4, `${tics.length} tics for ${seconds} s`);
	}
});

test('the zone is named', t => {
	t.is(timeAxis({from: 0, to: 1}, 0).label, 'time (UTC)');
	t.is(timeAxis({from: 0, to: 1}, -210).label, 'local time (UTC-03:30)');
});

test('a picture with room for fewer labels has fewer', t => {
	const labels = (room: number) => timeAxis({from: 0, to: 300}, 0, room).tics.length;
	t.deepEqual([labels(1), labels(0.75), labels(0.5)], [11, 6, 6]);
});

test('the first label of each of several years names it', t => {
	const from = Date.parse('2025-11-22T00:00Z') / 1000;
	const {tics} = timeAxis({from, to: from + 90 * 86_400}, 0);
	const years = tics.map(({label}) => /^20\d\d(?= )/.exec(label)?.[0]);
	t.deepEqual(
		years.flatMap((year, index) => (year === undefined ? [] : [[index === 0, year]])),
		[
			[true, '2025'],
			[false, '2026'],
		],
	);
});
