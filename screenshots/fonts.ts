import {existsSync, readdirSync} from 'node:fs';
import {homedir} from 'node:os';
import {basename, join} from 'node:path';

/** A monospaced font: its family and its files. */
export type Font = {readonly family: string; readonly files: readonly string[]};

/** The first of the usual monospaced fonts that this machine has. Throws an error that says which package has one. */
export const findFont = (): Font => {
	const files = folders.filter(existsSync).flatMap(filesBelow);
	for (const {family, prefix} of fonts) {
		const found = files.filter(file => basename(file).startsWith(prefix));
		if (found.length > 0) return {family, files: found};
	}
	throw new Error('expected a monospaced font, found none: apt-get install fonts-dejavu-core');
};

const folders = ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.fonts'), '/Library/Fonts'];

const filesBelow = (folder: string): readonly string[] =>
	readdirSync(folder, {recursive: true, encoding: 'utf8'})
		.filter(file => file.endsWith('.ttf'))
		.map(file => join(folder, file));

const fonts = [
	{family: 'DejaVu Sans Mono', prefix: 'DejaVuSansMono'},
	{family: 'Liberation Mono', prefix: 'LiberationMono'},
	{family: 'Noto Sans Mono', prefix: 'NotoSansMono'},
];
