import {execFileSync} from 'node:child_process';
import {type KeyBinding, keyBindings} from '../../src/app/keys.ts';
import type {Metric} from '../../src/model/metric.ts';
import {sources} from '../../src/sources/index.ts';

/** Parts of the README that are made from the program, by the name of their markers. */
export const sections = {
	keys: () =>
		table(
			['Key', 'What it does', 'Where'],
			(keyBindings as readonly KeyBinding[]).map(({label, help, where}) => [
				`\`${label}\``,
				sentence(help),
				where === undefined ? '' : places[where],
			]),
		),
	metrics: () =>
		sources
			.map(({name, title, metrics}) => `#### \`${name}\`: ${title}\n\n${metricTable(metrics)}`)
			.join('\n\n'),
	sources: () =>
		table(
			['Source', 'In use', 'System', 'What it reads'],
			sources.map(({name, title, metrics, inUse, system}) => [
				`\`${name}\``,
				metrics.find(({id}) => id === inUse)?.label ?? '',
				metrics.find(({id}) => id === system)?.label ?? '',
				title,
			]),
		),
	usage: () => block(help([])),
	record: () => block(help(['record'])),
	view: () => block(help(['view'])),
	plot: () => block(help(['plot'])),
} satisfies Record<string, () => string>;

/** The README with every section made anew between its markers. Throws when a marker is missing. */
export const withSections = (readme: string): string =>
	Object.entries(sections).reduce((text, [name, make]) => {
		const marked = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
		if (!marked.test(text)) throw new Error(`Expected the markers of section ${name} in the README`);
		return text.replace(marked, (_, begin: string, end: string) => `${begin}${make()}\n${end}`);
	}, readme);

const metricTable = (metrics: readonly Metric[]): string =>
	table(
		['Metric', 'Column in the log', 'What it counts'],
		metrics.map(({label, column, definition}) => [
			label,
			column === undefined ? '' : `\`${column}\``,
			definition,
		]),
	);

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
	[headings, headings.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');

const places = {live: 'live only', view: '`memtop view`'} as const;

const sentence = (text: string): string => `${text[0]?.toUpperCase()}${text.slice(1)}`;

const block = (text: string): string => `\`\`\`\n${text.trimEnd()}\n\`\`\``;

const help = (command: readonly string[]): string =>
	execFileSync(process.execPath, ['bin/memtop.js', ...command, '--help'], {encoding: 'utf8'});
