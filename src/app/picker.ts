import type {ProcessInfo} from '../model/process-info.ts';
import type {Relative} from '../model/relative.ts';
import type {Picker} from './state.ts';

/** An empty list with nothing typed. */
export const emptyPicker: Picker = {processes: [], filter: '', selected: 0};

/** A process of the list, and its depth in the tree; 0 where there is none. */
export type PickerRow = ProcessInfo & {readonly depth: number};

/**
 * The rows that hold every typed word in pid, user, name or command line, whatever the case: those of the tree in its
 * order where there is one, else all with most memory first.
 */
export const pickerRows = ({processes, tree, filter}: Picker): readonly PickerRow[] => {
	const words = filter.toLowerCase().split(' ');
	const rows = tree ? rowsOf(tree, processes) : processes.toSorted(byMemory).map(atRoot);
	return rows.filter(process => words.every(word => textOf(process).includes(word)));
};

/** The picker with another filter; the selection goes back to the top. */
export const withFilter = (picker: Picker, filter: string): Picker => ({...picker, filter, selected: 0});

/** The picker with a fresh list, and a fresh tree where it shows one; the selection stays on its process where that is still there. */
export const withProcesses = (
	picker: Picker,
	processes: readonly ProcessInfo[],
	tree = picker.tree,
): Picker => {
	const chosen = pickerRows(picker)[picker.selected]?.pid;
	const next = {...picker, processes, ...(tree && {tree})};
	const at = pickerRows(next).findIndex(process => process.pid === chosen);
	return clamped({...next, selected: at < 0 ? picker.selected : at});
};

/** The picker with its selection moved by some rows, within the list. */
export const withSelectionMoved = (picker: Picker, by: number): Picker =>
	clamped({...picker, selected: picker.selected + by});

const rowsOf = (tree: readonly Relative[], processes: readonly ProcessInfo[]): readonly PickerRow[] =>
	tree.flatMap(({pid, depth}) => {
		const process = processes.find(one => one.pid === pid);
		return process === undefined ? [] : [{...process, depth}];
	});

const byMemory = (one: ProcessInfo, other: ProcessInfo): number => other.rss - one.rss || one.pid - other.pid;

const atRoot = (process: ProcessInfo): PickerRow => ({...process, depth: 0});

const clamped = (picker: Picker): Picker => ({
	...picker,
	selected: Math.max(0, Math.min(picker.selected, pickerRows(picker).length - 1)),
});

const textOf = ({pid, user, name, command}: ProcessInfo): string =>
	`${pid} ${user ?? ''} ${name} ${command}`.toLowerCase();
