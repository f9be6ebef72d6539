import type {Columns} from '../../../src/view/chart/columns.ts';

/** What one dot column shows. */
export type Cut = {
	readonly min: number;
	readonly max: number;
	readonly first: number;
	readonly last: number;
	readonly firstTime: number;
	readonly lastTime: number;
};

/** The columns one by one. */
export const cutsOf = (columns: Columns): readonly Cut[] =>
	Array.from({length: columns.length}, (_, at) => ({
		min: columns.min[at] ?? Number.NaN,
		max: columns.max[at] ?? Number.NaN,
		first: columns.first[at] ?? Number.NaN,
		last: columns.last[at] ?? Number.NaN,
		firstTime: columns.firstTime[at] ?? Number.NaN,
		lastTime: columns.lastTime[at] ?? Number.NaN,
	}));

/** Columns that show these. */
export const columnsFrom = (cuts: readonly Cut[]): Columns => {
	const column = (key: keyof Cut): Float64Array => Float64Array.from(cuts, cut => cut[key]);
	return {
		length: cuts.length,
		before: undefined,
		after: undefined,
		min: column('min'),
		max: column('max'),
		first: column('first'),
		last: column('last'),
		firstTime: column('firstTime'),
		lastTime: column('lastTime'),
	};
};
