import type {Failure} from './answer.ts';
import {parseByteCount} from './byte-count.ts';
import {knownValues} from './families.ts';
import type {Figures} from './figures.ts';
import {type PrometheusSample, readSamples} from './prometheus-text.ts';

/**
 * The figures of a JVM as client_java tells them, now and before its version 1, or Micrometer, which tells each pool of
 * an area apart. Undefined where there are none of a heap.
 */
export const readJvm = (text: string): Figures | Failure | undefined => {
	const samples = readSamples(text, 'jvm_memory_');
	const find = (kind: string): readonly PrometheusSample[] =>
		samples.get(`jvm_memory_${kind}_bytes`) ?? samples.get(`jvm_memory_bytes_${kind}`) ?? [];
	const [used, committed] = [find('used'), find('committed')];
	if (used.length === 0 && committed.length === 0) return undefined;
	if ([...used, ...committed].some(sample => processOf(sample) !== processOf(used[0])))
		return {failed: 'figures of several processes'};
	return figuresOf(used, committed);
};

const figuresOf = (
	used: readonly PrometheusSample[],
	committed: readonly PrometheusSample[],
): Figures | Failure => {
	const heapUsed = sumOf(used, 'heap');
	const heapCommitted = sumOf(committed, 'heap');
	if (heapUsed === undefined || heapCommitted === undefined)
		return {failed: 'no usable count for heap used and committed'};
	// Some exporters read the two one after the other, and the heap grows between.
	const free = heapUsed <= heapCommitted ? heapCommitted - heapUsed : undefined;
	const values = knownValues({
		'url.heap_used': heapUsed,
		'url.heap_committed': heapCommitted,
		'url.heap_free': free,
		'url.nonheap_used': sumOf(used, 'nonheap'),
		'url.nonheap_committed': sumOf(committed, 'nonheap'),
	});
	return {family: 'jvm', values};
};

/** Bytes of the pools of an area together; undefined without one, or when one is no count. */
const sumOf = (samples: readonly PrometheusSample[], area: string): number | undefined => {
	const ofArea = samples.filter(({labels}) => labels.get('area') === area);
	const counts = ofArea.map(({value}) => parseByteCount(value) ?? Number.NaN);
	const sum = counts.reduce((total, count) => total + count, 0);
	return ofArea.length > 0 && Number.isSafeInteger(sum) ? sum : undefined;
};

/** The labels that are the same for everything one process tells. */
const processOf = (sample: PrometheusSample | undefined): string =>
	JSON.stringify([...(sample?.labels ?? [])].filter(([name]) => name !== 'area' && name !== 'id').sort());
