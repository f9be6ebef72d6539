import type {Failure} from './answer.ts';
import {knownValues} from './families.ts';
import type {Figures} from './figures.ts';
import {goFigures} from './go.ts';
import {readJvm} from './jvm.ts';
import {onlyBytes, readSamples} from './prometheus-text.ts';

/** The figures in the text format of Prometheus: of Go, else of a JVM, else those of any process. */
export const readPrometheus = (text: string): Figures | Failure => {
	const {startTime, ...process} = readProcess(text);
	const figures = readGo(text) ?? readJvm(text) ?? process;
	if (figures.failed !== undefined) return figures;
	// Where the runtime tells its heap, what is known of the process stands beside it.
	const beside = process.failed === undefined ? process.values : {};
	const values = {...beside, ...figures.values};
	return {...figures, values, ...(startTime !== undefined && {startTime})};
};

const readGo = (text: string): Figures | Failure | undefined => {
	const samples = readSamples(text, 'go_memstats_');
	const find = (name: string) => samples.get(`go_memstats_${name}_bytes`) ?? [];
	const [allocs, systems] = [find('alloc').length, find('sys').length];
	if (allocs + systems === 0) return undefined;
	if (allocs > 1 || systems > 1) return {failed: 'figures of several processes'};
	const bytes = (name: string) => onlyBytes(find(name));
	return goFigures({
		Alloc: bytes('alloc'),
		Sys: bytes('sys'),
		HeapInuse: bytes('heap_inuse'),
		HeapIdle: bytes('heap_idle'),
		HeapReleased: bytes('heap_released'),
	});
};

const readProcess = (text: string): (Figures | Failure) & {readonly startTime?: number} => {
	const samples = readSamples(text, 'process_');
	const rss = onlyBytes(samples.get('process_resident_memory_bytes'));
	const virt = onlyBytes(samples.get('process_virtual_memory_bytes'));
	const start = Number(samples.get('process_start_time_seconds')?.[0]?.value);
	const told = Number.isFinite(start) && start > 0 ? {startTime: start} : {};
	if (rss === undefined || virt === undefined) return {failed: 'text without memory figures', ...told};
	return {family: 'process', values: knownValues({'url.rss': rss, 'url.virt': virt}), ...told};
};
