import test from 'ava';
import {readAnswer} from '../../../src/sources/url/read-answer.ts';
import {
	expvar,
	goMetrics,
	goStats,
	goValues,
	jvmMetrics,
	micrometer,
	processMetrics,
	profile,
} from './helpers/bodies.ts';

const testFigures = test.macro((t, text: string, figures: object) => {
	t.deepEqual(readAnswer({type: 'text/plain', text}), figures);
});

const processValues = {'url.rss': 43_327_488, 'url.virt': 1_310_883_840};
const started = {startTime: 1_795_361_090.75};
const twoOfGo = {'url.alloc': 8_009_976, 'url.sys': 23_966_984};

test('expvar', testFigures, expvar(), {family: 'go', values: goValues});
test('expvar on one line', testFigures, JSON.stringify({memstats: goStats}), {
	family: 'go',
	values: goValues,
});
test(
	'expvar beside a variable of any size',
	testFigures,
	expvar().replace('"requests": 7', `"requests": "${'x'.repeat(500_000)}"`),
	{family: 'go', values: goValues},
);
test('heap profile', testFigures, profile(), {family: 'go', values: goValues});
test('Prometheus', testFigures, goMetrics, {family: 'go', values: goValues});
test('Prometheus with process figures', testFigures, goMetrics + processMetrics, {
	family: 'go',
	values: {...goValues, ...processValues},
	...started,
});
test('process figures alone', testFigures, processMetrics, {
	family: 'process',
	values: processValues,
	...started,
});
test('JVM', testFigures, jvmMetrics, {
	family: 'jvm',
	values: {
		'url.heap_used': 11_264_000,
		'url.heap_committed': 257_949_696,
		'url.heap_free': 246_685_696,
		'url.nonheap_used': 12_000_000,
		'url.nonheap_committed': 15_859_712,
	},
});
test(
	'JVM, older names',
	testFigures,
	'jvm_memory_bytes_used{area="heap",} 100.0\njvm_memory_bytes_committed{area="heap",} 300.0\n',
	{family: 'jvm', values: {'url.heap_used': 100, 'url.heap_committed': 300, 'url.heap_free': 200}},
);
test('JVM, each pool apart', testFigures, micrometer, {
	family: 'jvm',
	values: {
		'url.heap_used': 6_291_456,
		'url.heap_committed': 12_582_912,
		'url.heap_free': 6_291_456,
		'url.nonheap_used': 1_048_576,
	},
});
test(
	'JVM, used read after the heap has grown',
	testFigures,
	'jvm_memory_used_bytes{area="heap"} 301\njvm_memory_committed_bytes{area="heap"} 300\n',
	{family: 'jvm', values: {'url.heap_used': 301, 'url.heap_committed': 300}},
);
test(
	'time stamp, exemplar, blanks and CRLF',
	testFigures,
	'go_memstats_alloc_bytes{job="a \\"b\\" }"}  100 1795361090750\r\ngo_memstats_sys_bytes\t200 # {x="1"} 3\r\n',
	{family: 'go', values: {'url.alloc': 100, 'url.sys': 200}},
);

const without = (name: string) => Object.fromEntries(Object.entries(goStats).filter(([key]) => key !== name));

test('no parts without HeapIdle', testFigures, expvar(without('HeapIdle')), {family: 'go', values: twoOfGo});
test('no parts that contradict', testFigures, profile({...goStats, HeapReleased: 1_700_000}), {
	family: 'go',
	values: twoOfGo,
});
test('no parts with a wrong number', testFigures, goMetrics.replace('942080', 'NaN'), {
	family: 'go',
	values: twoOfGo,
});

const testFailed = test.macro((t, text: string, failed: string, type?: string) => {
	t.deepEqual(readAnswer({type: type ?? 'text/plain', text}), {failed});
});

const unusable = 'no usable count for Alloc and Sys';

for (const number of ['-5', 'NaN', '+Inf', '1e400', '1e17', '1.5', '0x10', '"5"']) {
	test(`Prometheus tells ${number}`, testFailed, goMetrics.replace('2.3966984e+07', number), unusable);
	test(`a profile tells ${number}`, testFailed, profile({...goStats, Sys: number}), unusable);
}
for (const number of ['-5', '1e400', '1e17', '1.5', '"5"', 'null', '[]', '{}', 'true']) {
	test(`expvar tells ${number}`, testFailed, expvar().replace('23966984', number), unusable);
}
test('expvar tells NaN', testFailed, expvar().replace('23966984', 'NaN'), 'broken JSON');
test('no Sys', testFailed, expvar(without('Sys')), unusable);
test('no value', testFailed, goMetrics.replace(' 8.009976e+06', ''), unusable);
test(
	'more Alloc than Sys',
	testFailed,
	expvar({...goStats, Alloc: 23_966_985}),
	'an Alloc that is larger than Sys',
);
test('cut off in a number', testFailed, goMetrics.slice(0, -5), unusable);
test('a profile cut off', testFailed, profile().slice(0, 100), 'a heap profile without its end');
test(
	'a profile cut off in a number',
	testFailed,
	`${profile().split('# Sys = 239')[0]}# Sys = 239`,
	unusable,
);
test('JSON cut off', testFailed, expvar().slice(0, 100), 'broken JSON');
test('JSON of something else', testFailed, '{"status":"ok"}', 'JSON without memstats');
test('JSON that is no object', testFailed, '[1]', 'JSON without memstats', 'application/json');
test('memstats that are no object', testFailed, '{"memstats":[1]}', 'JSON without memstats');
test('deep JSON', testFailed, `{"memstats":${'['.repeat(200_000)}`, 'broken JSON');
test('much JSON', testFailed, `{"a":"${'x'.repeat(262_144)}"}`, 'more than 256 KiB of JSON');
test('HTML', testFailed, ' <!DOCTYPE html><title>x</title>', 'an HTML page');
test('HTML by its type', testFailed, goMetrics, 'an HTML page', 'text/html; charset=utf-8');
test('empty', testFailed, ' \n', 'an empty answer');
test('a binary profile', testFailed, '\u001f\u008b\u0008\0', 'a binary profile, which ?debug=1 makes text');
test('other text', testFailed, 'up 1\nprocess_open_fds 7\n', 'text without memory figures');
test('two Go programs', testFailed, goMetrics + goMetrics, 'figures of several processes');
test(
	'two JVMs',
	testFailed,
	jvmMetrics.replaceAll('area', 'pod="a",area') + jvmMetrics.replaceAll('area', 'pod="b",area'),
	'figures of several processes',
);
test(
	'a JVM without used',
	testFailed,
	jvmMetrics.replaceAll('_used_', '_'),
	'no usable count for heap used and committed',
);
test(
	'a JVM with a wrong number',
	testFailed,
	jvmMetrics.replace('1.1264E7', '-1.0'),
	'no usable count for heap used and committed',
);
test(
	'a line too long',
	testFailed,
	`go_memstats_sys_bytes{a="${'x'.repeat(5000)}"} 5\n`,
	'text without memory figures',
);
