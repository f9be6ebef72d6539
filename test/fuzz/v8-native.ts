import type {HeldBytes} from '../../src/platform/linux/held-bytes.ts';
import type {NativeProcess} from '../../src/platform/linux/native-process.ts';
import {pageAlignment} from '../../src/sources/v8/page.ts';
import {createCheckedFile} from './checked-source.ts';
import {objectsSize, v8Addresses} from './images/v8-memory.ts';

/** A process whose memory is an image of V8's, also after the image is changed; its program cannot be read. */
export const createV8Native = (image: Buffer): NativeProcess & {readonly memory: HeldBytes} => {
	const {objects, page} = v8Addresses;
	const maps = [
		`${objects.toString(16)}-${(objects + objectsSize).toString(16)} rw-p 0 0:0 0\n`,
		`${page.toString(16)}-${(page + pageAlignment).toString(16)} rw-p 0 0:0 0\n`,
	];
	const texts: Readonly<Record<string, Buffer>> = {maps: Buffer.from(maps.join(''))};
	return {
		program: undefined,
		memory: createCheckedFile([
			{start: objects, bytes: image.subarray(0, objectsSize)},
			{start: page, bytes: image.subarray(objectsSize)},
		]),
		virtual: () => 64 * 1024 ** 2,
		lend: (name, use) => use(createCheckedFile([{start: 0, bytes: texts[name] ?? Buffer.alloc(0)}])),
		close: () => {},
	};
};
