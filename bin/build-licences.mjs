import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

/** Writes the licences of the packages that the bundled files come from into one file. */
export const writeLicences = async (inputs, output) => {
	const folders = [...new Set(inputs.map(packageFolder).filter(Boolean))].toSorted();
	const texts = await Promise.all(folders.map(licenceOf));
	await writeFile(output, texts.join(`\n\n${'-'.repeat(80)}\n\n`));
};

const packageFolder = input => input.match(/^.*node_modules\/(@[^/]+\/)?[^/]+/)?.[0];

const licenceOf = async folder => {
	const {name, version, license} = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
	const file = (await readdir(folder)).find(entry => /^licen[cs]e/i.test(entry));
	const text = file ? await readFile(join(folder, file), 'utf8') : await licenceInReadme(folder);
	if (!text) throw new Error(`Expected a licence text in ${folder}`);
	return `${name} ${version} (${license})\n\n${text.trim()}`;
};

const licenceInReadme = async folder => {
	const file = (await readdir(folder)).find(entry => /^readme/i.test(entry));
	const readme = file ? await readFile(join(folder, file), 'utf8') : '';
	return readme.match(/#+ licen[cs]e[\s\S]*/i)?.[0];
};
