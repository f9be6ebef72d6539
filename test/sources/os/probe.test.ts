import test from 'ava';
import type {ProcessMemory} from '../../../src/platform/platform.ts';
import {createOsProbe} from '../../../src/sources/os/probe.ts';
import {TargetGoneError} from '../../../src/target/errors.ts';
import {createOpenProcess, createTestClock, plainMemory} from '../../helpers/open-process.ts';

test('the first reading has memory and says why details are missing', t => {
	const {values, absent} = createOsProbe(createOpenProcess(), createTestClock()).read();
	t.deepEqual(values, {'os.rss': plainMemory.rss, 'os.virt': plainMemory.virt});
	t.is(absent?.['os.threads'], 'not told by this system');
});

test('between two seconds there is memory alone', t => {
	const clock = createTestClock();
	const probe = createOsProbe(createOpenProcess(), clock);
	probe.read();
	clock.move(100);
	t.deepEqual(probe.read(), {values: {'os.rss': plainMemory.rss, 'os.virt': plainMemory.virt}});
});

test('an older number is approximate', t => {
	const memory = (): ProcessMemory => ({...plainMemory, isOld: true});
	t.true(createOsProbe(createOpenProcess({memory}), createTestClock()).read().approximate);
});

test('the end is thrown', t => {
	const memory = (): ProcessMemory => {
		throw new TargetGoneError('the process has ended');
	};
	t.throws(createOsProbe(createOpenProcess({memory}), createTestClock()).read, {instanceOf: TargetGoneError});
});

test('any other failure leaves a hole', t => {
	const memory = (): ProcessMemory => {
		throw new Error('EIO');
	};
	const {values, absent} = createOsProbe(createOpenProcess({memory}), createTestClock()).read();
	t.deepEqual(values, {});
	t.is(absent?.['os.rss'], 'not told by this system');
});

test('closing closes the process', t => {
	let isOpen = true;
	const close = (): void => {
		isOpen = false;
	};
	createOsProbe(createOpenProcess({close}), createTestClock()).close();
	t.false(isOpen);
});
