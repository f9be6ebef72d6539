import test, {type ExecutionContext} from 'ava';
import {holdBytes} from '../../../src/platform/linux/held-bytes.ts';
import {
	isWritableMemory,
	type Mapping,
	parseMapping,
	readableParts,
	readMappings,
} from '../../../src/platform/linux/process-maps.ts';

const testLine = (t: ExecutionContext, line: string, expected: Mapping | undefined) => {
	t.deepEqual(parseMapping(line), expected);
};

test('program code', testLine, '00400000-00452000 r-xp 00000000 08:02 173521      /usr/bin/dbus-daemon', {
	start: 0x400000,
	end: 0x452000,
	isReadable: true,
	isWritable: false,
	offset: 0,
	file: '/usr/bin/dbus-daemon',
});
test('memory of its own', testLine, '7f1c2d400000-7f1c2d421000 rw-p 00000000 00:00 0 ', {
	start: 0x7f1c2d400000,
	end: 0x7f1c2d421000,
	isReadable: true,
	isWritable: true,
	offset: 0,
	file: '',
});
test('shared memory', testLine, 'c000000000-c000400000 rw-s 00002000 00:05 1 /dev/zero (deleted)', {
	start: 0xc000000000,
	end: 0xc000400000,
	isReadable: true,
	isWritable: true,
	offset: 0x2000,
	file: '/dev/zero (deleted)',
});
test(
	'addresses of the kernel',
	testLine,
	'ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0 [vsyscall]',
	undefined,
);
test('an end before its start', testLine, '2000-1000 rw-p 00000000 00:00 0 ', undefined);
test('no mapping', testLine, 'VmRSS: 1 kB', undefined);
test('an empty line', testLine, '', undefined);

const mappings = ['1000-2000 rw-p', '3000-5000 r--p', '5000-6000 ---p'].flatMap(
	line => parseMapping(`${line} 00000000 00:00 0`) ?? [],
);

const testWritable = (t: ExecutionContext, address: number, length: number, expected: boolean) => {
	t.is(isWritableMemory(mappings, address, length), expected);
};

test('all of a mapping can be written', testWritable, 0x1000, 0x1000, true);
test('over its end', testWritable, 0x1ff8, 16, false);
test('before its start', testWritable, 0xff8, 16, false);
test('to be read only', testWritable, 0x3000, 8, false);
test('no address', testWritable, Number.NaN, 8, false);

test('the parts of a range that can be read', t => {
	t.deepEqual(readableParts(mappings, {start: 0x1800, end: 0x8000}), [
		{start: 0x1800, end: 0x2000},
		{start: 0x3000, end: 0x5000},
	]);
	t.deepEqual(readableParts(mappings, {start: Number.NaN, end: Number.NaN}), []);
});

test('a real process', async t => {
	const file = await holdBytes('/proc/self/maps');
	const real = await readMappings(file);
	file.close();
	t.true(real.length > 20);
	t.true(real.every(({end}, index) => end <= (real[index + 1]?.start ?? Number.POSITIVE_INFINITY)));
});
