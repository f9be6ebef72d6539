import type {Column, Entry, RecordingHeader} from '../../../src/model/entry.ts';
import type {Sample} from '../../../src/model/sample.ts';

type SampleEntry = Extract<Entry, {readonly type: 'sample'}>;
type HeaderEntry = Extract<Entry, {readonly type: 'header'}>;

export const columns = [
	{name: 'rss', metric: 'os.rss'},
	{name: 'virt', metric: 'os.virt'},
	{name: 'swap', metric: 'os.swap'},
] as const satisfies readonly Column[];

export const headerEntry = (change: Partial<RecordingHeader> = {}): HeaderEntry => ({
	type: 'header',
	header: {
		...{pid: 4242, name: 'prometheus', target_start: 1_763_790_000.12, recorded: 1_763_791_234.5},
		...{source: 'os', interval: 1, host: 'web-3', ...change},
	},
	columns,
});

/** The `index`th sample: a second after the one before, 1000 bytes in use for each. */
export const sampleEntry = (index: number, change: Partial<Sample> = {}): SampleEntry => ({
	type: 'sample',
	sample: {
		time: 1_763_791_235 + index,
		inUse: 1000 * index,
		system: 9000,
		approximate: false,
		values: {'os.rss': 1000 * index, 'os.virt': 9000, 'os.swap': 0},
		...change,
	},
});

/** The line of `sampleEntry(index)`. */
export const sampleLine = (index: number): string =>
	`${1_763_791_235 + index}.000 ${1000 * index} 9000 ${1000 * index} 9000 0 0\n`;

/** The lines of `headerEntry(change)`; `json` is what the change makes of its end. */
export const headerLines = (end = '"host":"web-3"'): string =>
	`# memtop 1 {"pid":4242,"name":"prometheus","target_start":1763790000.12,"recorded":1763791234.5,"source":"os","interval":1,${end}}\n# timestamp in_use system rss virt approx swap\n`;
