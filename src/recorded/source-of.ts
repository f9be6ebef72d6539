import {systemClock} from '../model/clock.ts';
import type {RecordingHeader} from '../model/entry.ts';
import type {SourceInfo} from '../model/source-info.ts';
import {systemPlatform} from '../platform/index.ts';
import {childrenSources} from '../sources/children/index.ts';
import {findSource} from '../sources/index.ts';
import {osSource} from '../sources/os/index.ts';
import {families} from '../sources/url/families.ts';
import {plainSource} from './plain-source.ts';

/** The source that a header names, by the columns below it where several have that name; a plain one where it is not known. */
export const sourceOf = (header: RecordingHeader | undefined, columns: readonly string[]): SourceInfo => {
	if (!header) return plainSource;
	const {source} = header;
	if (source === 'url') return urlSource(columns);
	if (source.startsWith('tree-')) return treeSource(source) ?? unknownSource(source);
	return findSource(source) ?? unknownSource(source);
};

const urlSource = (columns: readonly string[]): SourceInfo => {
	if (columns.includes('nonheap_used')) return families.jvm;
	return columns.includes('released') ? families.go : families.process;
};

const treeSource = (name: string): SourceInfo | undefined => {
	const source = findSource(name.slice('tree-'.length)) ?? osSource;
	// A tree that was recorded elsewhere is shown where no tree could be read, too.
	const around = {platform: {...systemPlatform, descendants: async () => []}, clock: systemClock};
	return childrenSources([source], around).find(tree => tree.name === name);
};

const unknownSource = (name: string): SourceInfo => ({
	...plainSource,
	title: `log of the source ${name}, which is not known here`,
});
