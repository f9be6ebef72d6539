/** The same figures of one Go program as its three endpoints tell them, and what is read from each. */
export const goStats = {
	Alloc: 8_009_976,
	TotalAlloc: 13_145_104,
	Sys: 23_966_984,
	HeapAlloc: 8_009_976,
	HeapSys: 11_796_480,
	HeapIdle: 1_613_824,
	HeapInuse: 10_182_656,
	HeapReleased: 942_080,
};

/** Figures by metric. */
export const goValues = {
	'url.alloc': 8_009_976,
	'url.sys': 23_966_984,
	'url.free_in_spans': 2_172_680,
	'url.held_free': 671_744,
	'url.released': 942_080,
	'url.runtime': 12_170_504,
};

/** As Go's package expvar writes it: one variable a line. */
export const expvar = (stats: object = goStats): string =>
	`{\n"cmdline": ["./service"],\n"memstats": ${JSON.stringify(stats)},\n"requests": 7\n}\n`;

/** As Go's package runtime/pprof writes it with `debug=1`. */
export const profile = (stats: object = goStats): string =>
	[
		'heap profile: 1: 65536 [1: 65536] @ heap/1048576',
		'1: 65536 [1: 65536] @ 0x723c15 0x723bc6',
		'#\t0x723c14\tmain.load+0x54\t/src/main.go:42',
		'',
		'# runtime.MemStats',
		...Object.entries(stats).map(([name, value]) => `# ${name} = ${value}`),
		'# Stack = 753664 / 753664',
		'# PauseNs = [362721 0 0 0]',
		'# MaxRSS = 44306432',
		'',
	].join('\n');

/** As the Go client of Prometheus writes it. */
export const goMetrics = `# HELP go_memstats_alloc_bytes Number of bytes allocated and still in use.
# TYPE go_memstats_alloc_bytes gauge
go_memstats_alloc_bytes 8.009976e+06
go_memstats_alloc_bytes_total 1.3145104e+07
go_memstats_heap_idle_bytes 1.613824e+06
go_memstats_heap_inuse_bytes 1.0182656e+07
go_memstats_heap_released_bytes 942080
# HELP go_memstats_sys_bytes Number of bytes obtained from system.
# TYPE go_memstats_sys_bytes gauge
go_memstats_sys_bytes 2.3966984e+07
`;

/** As every client of Prometheus writes it. */
export const processMetrics = `process_cpu_seconds_total 0.07
process_resident_memory_bytes 4.3327488e+07
process_start_time_seconds 1.79536109075e+09
process_virtual_memory_bytes 1.31088384e+09
process_virtual_memory_max_bytes 1.8446744073709552e+19
`;

/** As the Java client writes it from version 1 on. */
export const jvmMetrics = `# TYPE jvm_memory_committed_bytes gauge
jvm_memory_committed_bytes{area="heap"} 2.57949696E8
jvm_memory_committed_bytes{area="nonheap"} 1.5859712E7
jvm_memory_max_bytes{area="heap"} -1.0
jvm_memory_used_bytes{area="heap"} 1.1264E7
jvm_memory_used_bytes{area="nonheap"} 1.2E7
`;

/** As Micrometer writes it: each pool apart, every line with the same labels of its own. */
export const micrometer = `jvm_memory_used_bytes{application="shop",area="heap",id="G1 Eden Space"} 4194304.0
jvm_memory_used_bytes{application="shop",area="heap",id="G1 Old Gen"} 2097152.0
jvm_memory_used_bytes{application="shop",area="nonheap",id="CodeHeap \\"x, y\\"}"} 1048576.0
jvm_memory_committed_bytes{application="shop",area="heap",id="G1 Eden Space"} 8388608.0
jvm_memory_committed_bytes{application="shop",area="heap",id="G1 Old Gen"} 4194304.0
`;
