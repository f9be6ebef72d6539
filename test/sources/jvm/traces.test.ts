import test, {type ExecutionContext} from 'ava';
import {parseMapping} from '../../../src/platform/linux/process-maps.ts';
import {findTraces, type Traces} from '../../../src/sources/jvm/traces.ts';

const library = '7f00-7f01 r-xp 0 fe:00 1 /usr/lib/jvm/lib/server/libjvm.so';
const counters = '7f02000-7f0a000 rw-s 0 fe:00 2 /tmp/hsperfdata_jane/7';
const found = {start: 0x7f02000, size: 0x8000, path: 'hsperfdata_jane/7', isDeleted: false};

const testTraces = (t: ExecutionContext, lines: readonly string[], expected: Traces) => {
	t.deepEqual(
		findTraces(
			lines.flatMap(line => parseMapping(line) ?? []),
			7,
		),
		expected,
	);
};

test('a JVM', testTraces, [library, counters], {kind: 'HotSpot', counters: found});
test('a JVM that was replaced while it runs', testTraces, [`${library} (deleted)`, counters], {
	kind: 'HotSpot',
	counters: found,
});
test('a JVM without counters', testTraces, [library], {kind: 'HotSpot', counters: undefined});
test('no JVM', testTraces, [counters.replace('hsperfdata_jane', 'other')], {
	kind: undefined,
	counters: undefined,
});
test('OpenJ9', testTraces, [library, '7f03-7f04 r-xp 0 fe:00 1 /opt/lib/default/libj9vm29.so'], {
	kind: 'OpenJ9',
	counters: undefined,
});
test('counters whose file was deleted', testTraces, [library, `${counters} (deleted)`], {
	kind: 'HotSpot',
	counters: {...found, isDeleted: true},
});
test(
	'counters of another JVM, which jstat looks at',
	testTraces,
	[library, counters.replace('rw-s', 'r--s')],
	{
		kind: 'HotSpot',
		counters: undefined,
	},
);
test('counters of another pid', testTraces, [library, counters.replace('jane/7', 'jane/8')], {
	kind: 'HotSpot',
	counters: undefined,
});
test('counters that are too large', testTraces, [library, counters.replace('7f0a000', 'ff0a000')], {
	kind: 'HotSpot',
	counters: undefined,
});
test('counters from the middle of a file', testTraces, [library, counters.replace('rw-s 0', 'rw-s 1000')], {
	kind: 'HotSpot',
	counters: undefined,
});
