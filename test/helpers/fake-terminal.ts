import {PassThrough, Writable} from 'node:stream';
import {createEmulator} from './emulator.ts';

/** The two ends of a terminal without one: what a program reads its keys from and draws on. */
export const createFakeTerminal = (columns: number, rows: number) => {
	const emulator = createEmulator(columns, rows);
	let written = '';
	let isStalled = false;
	let take = () => {};
	const output = Object.assign(
		new Writable({
			write: (chunk, _encoding, done) => {
				written += chunk;
				take = () => {
					take = () => {};
					void emulator.write(String(chunk)).then(() => done());
				};
				if (!isStalled) take();
			},
		}),
		{columns, rows, isTTY: true},
	);
	return {
		input: Object.assign(new PassThrough(), {
			isTTY: true,
			setRawMode: () => {},
		}) as unknown as NodeJS.ReadStream,
		output: output as unknown as NodeJS.WriteStream,
		emulator,
		written: () => written,
		/** Takes nothing any more, until it is told to go on. */
		stall: () => {
			isStalled = true;
		},
		goOn: () => {
			isStalled = false;
			take();
		},
		resize: (width: number, height: number) => {
			emulator.resize(width, height);
			Object.assign(output, {columns: width, rows: height});
			output.emit('resize');
		},
	};
};
