import {PassThrough, Writable} from 'node:stream';
import {setImmediate} from 'node:timers/promises';
import {initialState} from '../../src/app/initial.ts';
import type {State} from '../../src/app/state.ts';
import {update} from '../../src/app/update.ts';
import type {Sample} from '../../src/model/sample.ts';
import {osSource} from '../../src/sources/os/index.ts';
import {openTerminal} from '../../src/terminal/screen.ts';
import {dashboard} from '../../src/view/dashboard.ts';
import {unicodeGlyphs} from '../../src/view/glyphs.ts';
import type {Size} from '../../src/view/scene.ts';

/** Frames drawn as the program does, each with one more sample, onto a terminal that takes everything at once. */
export type FrameLoop = {
	/** Takes a sample and draws it; resolves with the milliseconds until it was written. */
	readonly draw: () => Promise<number>;
	/** Bytes written to the terminal so far. */
	readonly bytes: () => number;
	readonly close: () => Promise<void>;
};

const interval = 0.1;
const start = 1_763_790_000;

/** A screen of a size in cells, with so many samples taken already, whose charts show the last of them. */
export const createFrameLoop = (
	size: Size,
	samples: {readonly shown: number; readonly taken: number},
): FrameLoop => {
	const output = createOutput(size);
	const terminal = openTerminal({
		input: new PassThrough() as unknown as NodeJS.ReadStream,
		output: output.stream,
		capabilities: {isUnicode: true, colours: 256, description: 'xterm-256color', questions: 'none'},
		...{onKey: () => {}, onResize: () => {}, onReady: () => {}, onGone: () => {}},
	});
	let state = stateAtStart(samples.shown * interval);
	let taken = 0;
	const take = (): void => {
		state = sampled(state, taken);
		taken += 1;
	};
	while (taken < samples.taken) take();
	return {
		draw: async () => {
			take();
			const begun = performance.now();
			terminal.show(dashboard(state, size, unicodeGlyphs));
			// The library writes what it has drawn when this turn of the event loop is over.
			await setImmediate();
			return performance.now() - begun;
		},
		bytes: output.bytes,
		close: terminal.close,
	};
};

/** A terminal of a size in cells that takes everything at once, and how many bytes it took. */
export const createOutput = ({columns, rows}: Size): {stream: NodeJS.WriteStream; bytes: () => number} => {
	let bytes = 0;
	const stream = new Writable({
		write: (chunk: Buffer, _encoding, done) => {
			bytes += chunk.length;
			done();
		},
	});
	const terminal = Object.assign(stream, {columns, rows, isTTY: true});
	return {stream: terminal as unknown as NodeJS.WriteStream, bytes: () => bytes};
};

const stateAtStart = (window: number): State => {
	const empty = initialState({source: osSource, interval, now: start});
	const target = {pid: 4242, name: 'worker', startTime: start - 3600};
	const [state] = update(empty, {type: 'opened', target, source: osSource, interval});
	return {...state, view: {...state.view, window}};
};

const sampled = (state: State, index: number): State => {
	const recording = {
		state: 'recording',
		path: 'memory.log',
		samples: index,
		bytes: 70 * index,
		lost: 0,
	} as const;
	return update(state, {type: 'sampled', sample: sampleAt(index), recording})[0];
};

// A saw-tooth of 16 MiB with some noise; all the slower metrics once a second, as in the program.
const sampleAt = (index: number): Sample => {
	const rss = 4096 * (20_000 + ((index * 13) % 4096) + ((index * 7919) % 64));
	const virt = 2 ** 30 + 4096 * ((index * 17) % 2048);
	const slow = index % 10 === 0 ? slowValues(rss, index) : {};
	return {
		time: start + index * interval,
		...{inUse: rss, system: virt, approximate: false},
		values: {'os.rss': rss, 'os.virt': virt, ...slow},
	};
};

const slowValues = (rss: number, index: number): Sample['values'] =>
	Object.fromEntries(
		osSource.metrics
			.filter(({id}) => id !== 'os.rss' && id !== 'os.virt')
			.map(({id, unit}, place) => [id, unit === 'bytes' ? rss / (place + 2) : (index * place) % 977]),
	);
