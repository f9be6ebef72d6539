import type {Reading} from '../../../../src/model/reading.ts';
import {createProc} from '../../../../src/platform/linux/proc.ts';
import {countersInMemory} from '../../../../src/sources/jvm/counter-bytes.ts';
import {openJvmProbe} from '../../../../src/sources/jvm/open-probe.ts';
import type {Probe, Refusal} from '../../../../src/sources/source.ts';
import {hsperfdataPart, type ImageCounters} from '../../../fuzz/images/hsperfdata.ts';

/** A JVM made of bytes. */
export type ImageJvm = {
	readonly opened: Probe | Refusal;
	/** Reads; fails where it was not opened. */
	readonly read: () => Reading;
	/** Writes other counters over those there are. */
	readonly set: (changes: ImageCounters) => void;
	/** What happens in the middle of the next reading. */
	readonly between: (change: () => void) => void;
	/** The process ends, or its memory goes. */
	readonly lose: (how: 'ended' | 'executed' | 'unmapped' | 'closed') => void;
};

/** Opens a probe on bytes with these counters. */
export const openImage = (counters: ImageCounters): ImageJvm => {
	let {bytes} = hsperfdataPart(counters);
	let now = counters;
	let loss: Parameters<ImageJvm['lose']>[0] | undefined;
	let change: (() => void) | undefined;
	const readNow = (position: number, into: Buffer): number => {
		if (loss === 'unmapped') throw new Error('EIO');
		const length = loss === 'ended' || loss === 'executed' ? 0 : bytes.copy(into, 0, position);
		change?.();
		change = undefined;
		return length;
	};
	const opened = openJvmProbe(
		{
			proc: createProc(),
			target: {pid: 1, name: 'java'},
			native: {
				program: undefined,
				memory: undefined,
				virtual: () => (loss === 'ended' ? undefined : 2 ** 32),
				lend: (_name, use) => use({read: async () => Buffer.alloc(0), readNow: () => 0}),
				close: () => {},
			},
			mappings: [],
			size: bytes.length,
		},
		countersInMemory({readNow}, 0),
	);
	return {
		opened,
		read: () => {
			if (opened.refused !== undefined) throw new Error(`expected a probe, got: ${opened.refused}`);
			return opened.read();
		},
		set: changes => {
			now = {...now, ...changes};
			({bytes} = hsperfdataPart(now));
		},
		between: next => {
			change = next;
		},
		lose: how => {
			loss = how;
			if (how === 'closed') bytes[7] = 0;
		},
	};
};
