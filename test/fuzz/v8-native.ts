import type {HeldBytes} from '../../src/platform/linux/held-bytes.ts';
import type {NativeProcess} from '../../src/platform/linux/native-process.ts';
import {descriptionSize, pageAlignment} from '../../src/sources/v8/page.ts';
import {createCheckedFile} from './checked-source.ts';
import {objectsSize, v8Addresses} from './images/v8-memory.ts';

/** A process whose memory is an image of V8's, also after the image is changed; its program cannot be read. */
export const createV8Native = (image: Buffer): NativeProcess & {readonly memory: HeldBytes} => {
	const {objects, page} = v8Addresses;
	const pages = Math.floor((image.length - objectsSize) / descriptionSize);
	const maps = [
		`${objects.toString(16)}-${(objects + objectsSize).toString(16)} rw-p 0 0:0 0\n`,
		`${page.toString(16)}-${(page + pages * pageAlignment).toString(16)} rw-p 0 0:0 0\n`,
	];
	const texts: Readonly<Record<string, Buffer>> = {maps: Buffer.from(maps.join(''))};
	return {
		program: undefined,
		memory: createCheckedFile([
			{start: objects, bytes: image.subarray(0, objectsSize)},
			...Array.from({length: pages}, (_, index) => ({
				start: page + index * pageAlignment,
				bytes: image.subarray(objectsSize + index * descriptionSize).subarray(0, descriptionSize),
			})),
		]),
		virtual: () => 64 * 1024 ** 2,
		lend: (name, use) => use(createCheckedFile([{start: 0, bytes: texts[name] ?? Buffer.alloc(0)}])),
		close: () => {},
	};
};
