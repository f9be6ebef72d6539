import {coloursOf} from './curves.ts';
import {colours} from './layout.ts';
import {clockOf, dateOf, yearOf} from './local-time.ts';
import type {LegendEntry} from './picture.ts';
import type {Recorded} from './recorded.ts';
import {fitted, textWidth} from './text-width.ts';

/** What a legend has to say besides the names. */
export type LegendOptions = {
	readonly hasRight: boolean;
	/** Minutes east of UTC. */
	readonly utcOffset: number;
	/** Unix seconds: another year than this moment's is written out. */
	readonly now?: number | undefined;
};

/** What the lines mean: of one recording each line, of several which is which and what the kinds of line are. */
export const legendOf = (recorded: readonly Recorded[], options: LegendOptions): LegendEntry[] => {
	const [first, ...others] = recorded;
	if (!first) return [];
	const kinds = kindsOf(recorded, options);
	return others.length === 0 ? kinds : [...namesOf(recorded, options), ...kinds];
};

/** A recording's process and pid, or the name of its file. */
export const nameOf = ({header, name}: Recorded): string =>
	header ? `${header.name} · pid ${header.pid}` : name;

const kindsOf = (recorded: readonly Recorded[], {hasRight}: LegendOptions): LegendEntry[] => {
	const isOne = recorded.length === 1;
	const named = (word: string, label: keyof Labels): string => {
		const [first = '', ...others] = new Set(recorded.map(({sourceLabels}) => sourceLabels[label]));
		const saysMore = first.toLowerCase() !== word.toLowerCase();
		return others.length === 0 && saysMore ? `${word} · ${first}` : word;
	};
	const colour = isOne ? colours : {inUse: colours.quiet, system: colours.quiet, rss: colours.quiet};
	const has = (line: 'inUse' | 'system' | 'rss') => recorded.some(one => one[line].y.some(Number.isFinite));
	const right = hasRight ? ' (right axis)' : '';
	return [
		...(has('inUse') || !isOne
			? [{label: named('In use', 'inUse'), style: 'solid', colour: colour.inUse} as const]
			: []),
		...(has('system')
			? [{label: `${named('System', 'system')}${right}`, style: 'dashed', colour: colour.system} as const]
			: []),
		...(has('rss') && recorded.some(({hasRssApart}) => hasRssApart)
			? [{label: 'RSS', style: 'thin', colour: colour.rss} as const]
			: []),
	];
};

type Labels = Omit<Recorded['sourceLabels'], 'source'>;

const namesOf = (recorded: readonly Recorded[], options: LegendOptions): LegendEntry[] => {
	const begins = beginsOf(recorded, options);
	return recorded.map((one, index) => {
		const begin = begins[index] ?? '';
		return {
			label: `${fitted(nameOf(one), widest - textWidth(begin))} · ${begin}`,
			style: 'solid',
			colour: coloursOf(index, recorded.length).inUse,
		};
	});
};

// Years only where it could be another one than one thinks.
const beginsOf = (recorded: readonly Recorded[], {utcOffset, now}: LegendOptions): string[] => {
	const local = (time: number): number => time + utcOffset * 60;
	const begins = recorded.map(({extent}) => local(extent?.from ?? 0));
	const years = new Set([...begins, ...(now === undefined ? [] : [local(now)])].map(yearOf));
	return begins.map(
		begin => `${years.size > 1 ? `${yearOf(begin)} ` : ''}${dateOf(begin)} ${clockOf(begin, 'second')}`,
	);
};

// Ems of a name with its beginning; a longer one makes the rows of all too short.
const widest = 24;
