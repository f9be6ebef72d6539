// blessed 0.1.81 finds its widgets and terminal descriptions by path at run time, which a bundle does not have.
import {readFile} from 'node:fs/promises';

const widgets = [
	'Node',
	'Screen',
	'Element',
	'Box',
	'Text',
	'ScrollableBox',
	'ScrollableText',
	'List',
	'Log',
];
const descriptions = ['xterm-256color', 'xterm', 'linux'];

// Only the widgets that are used, by name. Those of other programs (term.js, pty.js) are never reached.
const widgetModule = widgets
	.map(
		name => `exports.${name} = exports.${name.toLowerCase()} = require('./widgets/${name.toLowerCase()}');`,
	)
	.join('\n');

/** An esbuild plugin that gives blessed its widgets and terminal descriptions inside the bundle. */
export const blessedInOneFile = {
	name: 'blessed-in-one-file',
	setup: build => {
		build.onLoad({filter: /blessed\/lib\/widget\.js$/}, () => ({contents: widgetModule, loader: 'js'}));
		build.onLoad({filter: /blessed\/lib\/tput\.js$/}, async ({path}) => ({
			contents: withDescriptions(await readFile(path, 'utf8'), await readDescriptions(path)),
			loader: 'js',
		}));
	},
};

const readDescriptions = async path => {
	const texts = await Promise.all(
		descriptions.map(name => readFile(new URL(`../usr/${name}`, `file://${path}`), 'base64')),
	);
	return Object.fromEntries(texts.map((text, index) => [descriptions[index], text]));
};

// The descriptions of the system are left alone: those of today are in a form that blessed cannot read. The two
// hundred capabilities are compiled when they are first used, which is never for most of them.
const withDescriptions = (source, texts) =>
	replaceOnce(
		replaceOnce(
			source,
			'data = fs.readFileSync(file);',
			`data = Buffer.from(embedded[path.basename(term)] || embedded.xterm, 'base64');`,
		).replace('file = path.normalize(this._prefix(term));', 'file = term;'),
		'info.methods[key] = self._compile(info, key, info.all[key]);',
		'info.methods[key] = compileLater(self, info, key);',
	) +
	`
var embedded = ${JSON.stringify(texts)};
function compileLater(tput, info, key) {
	if (typeof info.all[key] !== 'string') return tput._compile(info, key, info.all[key]);
	var compiled;
	return function () {
		compiled = compiled || tput._compile(info, key, info.all[key]);
		return compiled.apply(this, arguments);
	};
}
`;

const replaceOnce = (source, from, to) => {
	if (source.split(from).length !== 2) throw new Error(`Expected blessed to have once: ${from}`);
	return source.replace(from, () => to);
};
