import type {Field} from '../field.ts';
import type {Part} from './go-memory.ts';

/** The counters of an image by name: numbers and texts. */
export type ImageCounters = Readonly<Record<string, number | string>>;

const mebibyte = 1024 ** 2;

/** Counters of a JVM as OpenJDK 17 names them: 20 MiB of 64 MiB are used, and one more of a survivor space waits. */
export const serialCounters: ImageCounters = {
	'sun.rt.createVmBeginTime': 1_763_790_000_000,
	'java.threads.live': 6,
	'sun.gc.cause': 'No GC',
	'sun.gc.policy.name': 'Copy:MSC',
	...generation(0, {name: 'new', capacity: 20, max: 80, spaces: {eden: [16, 3], s0: [2, 1], s1: [2, 0]}}),
	...collector(0, 'Serial young collection pauses'),
	...generation(1, {name: 'old', capacity: 46, max: 160, spaces: {old: [46, 16]}}),
	...collector(1, 'Serial full collection pauses'),
	'sun.gc.metaspace.capacity': 851_968,
	'sun.gc.metaspace.used': 755_800,
	'sun.os.hrt.frequency': 1_000_000_000,
	'java.property.java.version': '17.0.12',
	'java.property.java.vm.name': 'OpenJDK 64-Bit Server VM',
	'sun.os.hrt.ticks': 2_091_039_757,
};

/** Of one with G1, which adds bytes to what is committed; 10 MiB of 64 MiB are used. */
export const g1Counters: ImageCounters = {
	'sun.gc.policy.name': 'GarbageFirst',
	...collector(0, 'G1 young collection pauses'),
	...collector(1, 'G1 full collection pauses'),
	...collector(2, 'G1 concurrent cycle pauses'),
	...generation(1, {name: 'old', capacity: 54, max: 256, padding: 8, spaces: {space: [54, 6]}}),
	...generation(0, {
		name: 'young',
		capacity: 10,
		max: 256,
		padding: 24,
		spaces: {eden: [9, 3], s0: [0, 0], s1: [1, 1]},
	}),
	'sun.os.hrt.frequency': 1_000_000_000,
	'sun.os.hrt.ticks': 2_091_039_757,
};

/** Of one with Shenandoah, which has no generations; 10 MiB of 64 MiB are used. */
export const shenandoahCounters: ImageCounters = {
	...collector(0, 'Shenandoah partial'),
	...collector(1, 'Shenandoah full'),
	...generation(0, {name: 'Young', capacity: 0, max: 0, spaces: {}}),
	...generation(1, {name: 'Heap', capacity: 64, max: 256, spaces: {Heap: [256, 10]}}),
	'sun.os.hrt.frequency': 1_000_000_000,
	'sun.os.hrt.ticks': 2_091_039_757,
};

type GenerationSizes = {
	readonly name: string;
	/** MiB. */
	readonly capacity: number;
	readonly max: number;
	/** Bytes added to the sizes. */
	readonly padding?: number;
	/** MiB of capacity and used. */
	readonly spaces: Readonly<Record<string, readonly [number, number]>>;
};

function generation(
	index: number,
	{name, capacity, max, padding = 0, spaces}: GenerationSizes,
): ImageCounters {
	const prefix = `sun.gc.generation.${index}`;
	const counters: Record<string, number | string> = {
		[`${prefix}.name`]: name,
		[`${prefix}.spaces`]: Object.keys(spaces).length,
		[`${prefix}.minCapacity`]: padding,
		[`${prefix}.maxCapacity`]: max * mebibyte + padding,
		[`${prefix}.capacity`]: capacity * mebibyte + padding,
	};
	Object.entries(spaces).forEach(([space, [size, used]], at) => {
		counters[`${prefix}.space.${at}.name`] = space;
		counters[`${prefix}.space.${at}.maxCapacity`] = (space.startsWith('s') ? 8 : max) * mebibyte;
		counters[`${prefix}.space.${at}.capacity`] = size * mebibyte;
		counters[`${prefix}.space.${at}.used`] = used * mebibyte;
	});
	return counters;
}

function collector(index: number, name: string): ImageCounters {
	const prefix = `sun.gc.collector.${index}`;
	return {
		[`${prefix}.name`]: name,
		[`${prefix}.invocations`]: 7 + index,
		[`${prefix}.time`]: 250_000_000,
		[`${prefix}.lastEntryTime`]: 1_996_815_950,
		[`${prefix}.lastExitTime`]: 2_000_259_920,
	};
}

/** Bytes of an hsperfdata file with these counters, 32 KiB as a JVM has it. */
export const hsperfdataPart = (counters: ImageCounters = serialCounters, length = 32_768): Part => {
	const bytes = Buffer.alloc(length);
	const fields: Field[] = [];
	const put = (name: string, offset: number, value: number, size: 1 | 4 | 8): void => {
		if (size === 8) bytes.writeBigInt64LE(BigInt(value), offset);
		else bytes.writeUIntLE(value, offset, size);
		fields.push({name, offset, size, isHeader: offset < 24});
	};
	bytes.writeUInt32BE(0xcafec0c0, 0);
	fields.push({name: 'magic', offset: 0, size: 4, isHeader: true});
	for (const [offset, value] of [1, 2, 0, 1].entries()) put('format', 4 + offset, value, 1);
	put('entries', 24, 32, 4);
	put('count', 28, Object.keys(counters).length, 4);
	let start = 32;
	for (const [name, value] of Object.entries(counters)) {
		const isText = typeof value === 'string';
		const text = isText ? Math.max(32, value.length + 1) : 0;
		const data = Math.ceil((20 + name.length + 1) / 8) * 8;
		const size = data + (isText ? Math.ceil(text / 8) * 8 : 8);
		put('length', start, size, 4);
		put('name', start + 4, 20, 4);
		put('vector', start + 8, text, 4);
		put('type', start + 12, (isText ? 'B' : 'J').charCodeAt(0), 1);
		put('data', start + 16, data, 4);
		bytes.write(name, start + 20, 'latin1');
		if (isText) bytes.write(value, start + data, 'latin1');
		else put(name, start + data, value, 8);
		start += size;
	}
	put('used', 8, start, 4);
	return {bytes, fields};
};
