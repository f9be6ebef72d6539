import type {Layout} from '../../../src/sources/v8/layout.ts';
import {layouts} from '../../../src/sources/v8/layouts.ts';

const [, second, third, fourth] = layouts;

// The table of spaces and the numbers in them are at other places than in any version.
const displaced = (layout: Layout, by: number): Layout => ({
	...layout,
	heap: {...layout.heap, spaces: layout.heap.spaces - by},
	pagedSize: layout.pagedSize + by,
	largeSize: layout.largeSize + by,
	newSpace: {...layout.newSpace, capacity: layout.newSpace.capacity + by},
});

/** Layouts that no version has, by the version that each resembles. */
export const unknownLayouts = {
	'like 12.4': displaced(second, 8),
	'like 13.6': displaced(third, 8),
	'like 14.6': displaced(fourth, 8),
} satisfies Readonly<Record<string, Layout>>;
