import type {Metric} from '../../model/metric.ts';

/** How many processes a tree is of. */
export const treeProcesses = {
	id: 'tree.processes',
	label: 'processes',
	unit: 'count',
	column: 'processes',
	definition: 'Processes that are summed: the target and all below it that live.',
} as const satisfies Metric;

/** What the operating system counts of a tree. */
export const treeMemory = [
	{
		id: 'tree.rss',
		label: 'tree RSS',
		unit: 'bytes',
		column: 'tree_rss',
		definition: 'RSS of the target and all below it, added up: a page that they share counts once for each.',
	},
	{
		id: 'tree.virt',
		label: 'tree VIRT',
		unit: 'bytes',
		column: 'tree_virt',
		definition: 'VIRT of the target and all below it, added up.',
	},
	treeProcesses,
] as const satisfies readonly Metric[];

/** The proportional memory of a tree, in which every shared page counts once. */
export const treePss = {
	id: 'tree.pss',
	label: 'tree PSS',
	unit: 'bytes',
	column: 'tree_pss',
	definition: 'PSS of the target and all below it, added up: a page that only they share counts once.',
} as const satisfies Metric;
