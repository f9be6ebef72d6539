import test from 'ava';
import type {ProcessDetails} from '../../../src/platform/platform.ts';
import {createDetailsPart} from '../../../src/sources/os/details.ts';
import {nothing} from '../../../src/sources/os/part.ts';
import {createOpenProcess} from '../../helpers/open-process.ts';

const details: ProcessDetails = {
	rssAnon: 1,
	rssFile: 2,
	rssShmem: 3,
	rssPeak: 4,
	swap: 0,
	threads: 5,
	minorFaults: 1000,
	majorFaults: 10,
};

test('at once, then once a second, faults as rates', t => {
	let minorFaults = 900;
	const read = createDetailsPart(
		createOpenProcess({
			details: () => {
				minorFaults += 100;
				return {...details, minorFaults};
			},
		}),
	);
	const levels = {
		'os.swap': 0,
		'os.rss_anon': 1,
		'os.rss_file': 2,
		'os.rss_shmem': 3,
		'os.rss_peak': 4,
		'os.threads': 5,
	};
	t.deepEqual(read(0, 0), {
		values: levels,
		absent: {'os.minor_faults': 'needs two readings', 'os.major_faults': 'needs two readings'},
	});
	t.is(read(500, 0), nothing);
	t.deepEqual(read(1000, 0), {values: {...levels, 'os.minor_faults': 100, 'os.major_faults': 0}});
});

const everything = [
	'os.major_faults',
	'os.minor_faults',
	'os.rss_anon',
	'os.rss_file',
	'os.rss_peak',
	'os.rss_shmem',
	'os.swap',
	'os.threads',
];

const testUntold = test.macro((t, read: (() => ProcessDetails) | undefined) => {
	const {values, absent} = createDetailsPart(createOpenProcess(read && {details: read}))(0, 0);
	t.deepEqual(values, {});
	t.deepEqual(Object.keys(absent ?? {}).sort(), everything);
	t.true(Object.values(absent ?? {}).every(reason => reason === 'not told by this system'));
});

test('a system that tells none', testUntold, undefined);
test('a reading that fails', testUntold, () => {
	throw new Error('EIO');
});

test('an old kernel tells less', t => {
	const read = createDetailsPart(createOpenProcess({details: () => ({...details, rssShmem: undefined})}));
	const reading = read(0, 0);
	t.is(reading.values['os.rss_anon'], 1);
	t.false('os.rss_shmem' in reading.values);
	t.is(reading.absent?.['os.rss_shmem'], 'not told by this system');
});
