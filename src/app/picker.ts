import type {ProcessInfo} from '../model/process-info.ts';
import type {Picker} from './state.ts';

/** An empty list with nothing typed. */
export const emptyPicker: Picker = {processes: [], filter: '', selected: 0};

/** The rows that hold every typed word in pid, user, name or command line, whatever the case; most memory first. */
export const pickerRows = ({processes, filter}: Picker): readonly ProcessInfo[] => {
	const words = filter.toLowerCase().split(' ');
	return processes
		.filter(process => words.every(word => textOf(process).includes(word)))
		.toSorted((one, other) => other.rss - one.rss || one.pid - other.pid);
};

/** The picker with another filter; the selection goes back to the top. */
export const withFilter = (picker: Picker, filter: string): Picker => ({...picker, filter, selected: 0});

/** The picker with a fresh list; the selection stays on its process where that is still there. */
export const withProcesses = (picker: Picker, processes: readonly ProcessInfo[]): Picker => {
	const chosen = pickerRows(picker)[picker.selected]?.pid;
	const next = {...picker, processes};
	const at = pickerRows(next).findIndex(process => process.pid === chosen);
	return clamped({...next, selected: at < 0 ? picker.selected : at});
};

/** The picker with its selection moved by some rows, within the list. */
export const withSelectionMoved = (picker: Picker, by: number): Picker =>
	clamped({...picker, selected: picker.selected + by});

const clamped = (picker: Picker): Picker => ({
	...picker,
	selected: Math.max(0, Math.min(picker.selected, pickerRows(picker).length - 1)),
});

const textOf = ({pid, user, name, command}: ProcessInfo): string =>
	`${pid} ${user ?? ''} ${name} ${command}`.toLowerCase();
