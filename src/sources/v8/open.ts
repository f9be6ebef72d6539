import {statSync} from 'node:fs';
import type {Clock} from '../../model/clock.ts';
import type {Target} from '../../model/target.ts';
import {programEntry, readAuxiliaryEntry} from '../../platform/linux/auxiliary-entry.ts';
import type {HeldBytes} from '../../platform/linux/held-bytes.ts';
import type {NativeProcess} from '../../platform/linux/native-process.ts';
import type {Proc} from '../../platform/linux/proc.ts';
import {whyForbidden} from '../permission.ts';
import type {Probe, Refusal} from '../source.ts';
import {type DiscoverOptions, discover} from './discover.ts';
import {mayBeV8} from './guess.ts';
import {createIsolates} from './isolates.ts';
import type {Layout} from './layout.ts';
import {layouts} from './layouts.ts';
import {createOutside} from './outside.ts';
import {createV8Probe} from './probe.ts';
import {type Survey, survey} from './survey.ts';
import {readVersions, titleOf, type Versions} from './version.ts';
import {watchIsolates} from './watch-isolates.ts';

/** What a process is opened with. */
export type Opening = {
	readonly proc: Proc;
	readonly clock: Clock;
	readonly target: Target;
	/** How many times a layout that is not known is looked for, see `discover`; as many as are useful unless given. */
	readonly attempts?: number;
};

/** A probe on a process held open, or why there is none. Cheap for a process without V8. */
export const openV8 = async (opening: Opening, native: NativeProcess): Promise<Probe | Refusal> => {
	const {proc, clock, target, attempts} = opening;
	const {memory} = native;
	if (memory === undefined) return {...whyForbidden(proc, target), applies: mayBeV8(proc, target)};
	const options = {native, memory, pageSize: proc.units().pageSize, clock};
	const found = await survey({...options, layouts});
	if (found === undefined) return {refused: 'no heap of V8 in its memory', applies: false};
	const versions = await versionsOf(native, memory);
	native.program?.close();
	const located =
		found.isolates.length > 0
			? {found, layouts}
			: await locateUnknown({...options, attempts}, found, versions);
	if (!located) return {refused: whyUnknown(versions), applies: true, ...helpFor(versions)};
	const search = () => survey({...options, layouts: located.layouts});
	const title = titleOf(versions, versionOf(located.found));
	return openProbe(opening, {native, memory, search, found: located.found, title});
};

type Located = {readonly found: Survey; readonly layouts: readonly Layout[]};

// A known version that none of the layouts fits is still starting, or built in another way than those were found in.
const locateUnknown = async (
	options: Omit<DiscoverOptions, 'isProven'>,
	{pages, unknown}: Survey,
	versions: Versions,
): Promise<Located | undefined> => {
	const discovery = isKnown(versions)
		? undefined
		: await discover({...options, isProven: isProven(versions)}, unknown);
	return (
		discovery && {
			found: {pages, isolates: discovery.isolates, unknown: []},
			layouts: [discovery.layout],
		}
	);
};

const versionOf = ({isolates: [first]}: Survey): string | undefined =>
	layouts.find(layout => layout === first?.layout)?.version;

const versionsOf = async ({program, lend}: NativeProcess, memory: HeldBytes): Promise<Versions> => {
	if (program === undefined) return {node: undefined, v8: undefined};
	const entry = await lend('auxv', file => readAuxiliaryEntry(file, programEntry));
	return readVersions({file: program, memory, entry});
};

const isKnown = ({v8}: Pick<Versions, 'v8'>): boolean => layouts.some(({version}) => version === v8);

// Between the first and the last of the versions by which it was found out that an allocation area means no collection.
const isProven = ({v8}: Versions): boolean => {
	const [major = Number.NaN, minor = Number.NaN] = (v8 ?? '').split('.').map(Number);
	const version = major * 100 + minor;
	return version >= 1204 && version <= 1406;
};

const whyUnknown = ({v8}: Versions): string =>
	isKnown({v8})
		? `its V8 ${v8} is still starting, or built in a way memtop does not know`
		: `V8${v8 === undefined ? '' : ` ${v8}`} keeps its heap in a way memtop does not know`;

const helpFor = ({node, v8}: Versions): Pick<Refusal, 'help'> => {
	const majors = layouts.map(layout => layout.node);
	return node === undefined || isKnown({v8})
		? {}
		: {help: `run it with Node ${majors.slice(0, -1).join(', ')} or ${majors.at(-1)}`};
};

type Opened = {
	readonly native: NativeProcess;
	readonly memory: HeldBytes;
	readonly search: () => Promise<Survey | undefined>;
	readonly found: Survey;
	readonly title: string;
};

const openProbe = ({proc, clock, target}: Opening, {native, memory, search, found, title}: Opened): Probe => {
	const isolates = createIsolates(memory, clock);
	isolates.add(found.isolates);
	const watch = watchIsolates({
		threads: () => countThreads(`${proc.root}/${target.pid}/task`),
		search: async () => isolates.add((await search().catch(() => undefined))?.isolates ?? []),
		clock,
	});
	return createV8Probe({
		title,
		readIsolates: isolates.read,
		watch,
		stateOf: () => (native.virtual() === undefined ? 'ended' : executedOr(memory, found)),
		outside: createOutside({native, search, isolates, pageSize: proc.units().pageSize, clock}),
		close: native.close,
	});
};

// The memory gives no bytes at all once the process has executed another program.
const executedOr = (memory: HeldBytes, {pages}: Survey): 'alive' | 'executed' => {
	try {
		return memory.readNow(pages[0]?.start ?? 0, Buffer.alloc(8)) === 0 ? 'executed' : 'alive';
	} catch {
		return 'alive';
	}
};

// A folder of threads has a link for each of them, and two of its own.
const countThreads = (folder: string): number | undefined => {
	try {
		return statSync(folder).nlink;
	} catch {
		return undefined;
	}
};
