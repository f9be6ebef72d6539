import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';

const root = fileURLToPath(new URL('../src', import.meta.url));

/** Every source file by its path in `src`, with what it imports: paths in `src`, and names of packages. */
const files = new Map(
	readdirSync(root, {recursive: true, encoding: 'utf8'})
		.filter(path => path.endsWith('.ts'))
		.map(path => [path, readFileSync(join(root, path), 'utf8')] as const),
);

const specifiersIn = (text: string): readonly string[] =>
	[...text.matchAll(/(?:^(?:import|export)\b[^;]*?\bfrom\s*|^import\s*|\bimport\(\s*)'([^']+)'/gm)].map(
		([, specifier = '']) => specifier,
	);

const importsOf = (path: string): readonly string[] =>
	specifiersIn(files.get(path) ?? '').map(specifier =>
		specifier.startsWith('.') ? join(dirname(path), specifier) : specifier,
	);

/** The folder of a path in `src`; its name without the ending where it lies at the top. */
const folderOf = (path: string): string => (path.split('/')[0] ?? path).replace(/\.ts$/, '');

const isOurs = (imported: string): boolean => files.has(imported);

const folders = {
	model: ['model'],
	target: ['model', 'target'],
	platform: ['model', 'target', 'platform'],
	sources: ['model', 'target', 'platform', 'sources'],
	log: ['model', 'log'],
	plot: ['model', 'plot'],
	app: ['model', 'app'],
	view: ['model', 'app', 'view'],
	terminal: ['model', 'app', 'view', 'terminal'],
	screen: ['model', 'app', 'view', 'terminal', 'plot', 'figure', 'platform', 'screen'],
} as const satisfies Record<string, readonly string[]>;

const testImports = test.macro((t, folder: string, allowed: readonly string[]) => {
	const paths = [...files.keys()].filter(path => folderOf(path) === folder);
	t.true(paths.length > 0);
	const wrong = paths.flatMap(path =>
		importsOf(path)
			.filter(imported => isOurs(imported) && !allowed.includes(folderOf(imported)))
			.map(imported => `${path} imports ${imported}`),
	);
	t.deepEqual(wrong, []);
});

for (const [folder, allowed] of Object.entries(folders)) {
	test(`${folder} imports only ${allowed.join(', ')}`, testImports, folder, allowed);
}

test('every import of ours is found', t => {
	const lost = [...files.keys()].flatMap(path =>
		specifiersIn(files.get(path) ?? '')
			.filter(specifier => specifier.startsWith('.') && !specifier.endsWith('.json'))
			.filter(specifier => !isOurs(join(dirname(path), specifier)))
			.map(specifier => `${path} imports ${specifier}`),
	);
	t.deepEqual(lost, []);
});

/** Rows: packages, and the one place that may import them. */
const testPackage = test.macro((t, packages: RegExp, place: string) => {
	const importing = [...files.keys()].filter(path =>
		importsOf(path).some(imported => packages.test(imported)),
	);
	t.true(importing.length > 0);
	t.deepEqual(
		importing.filter(path => folderOf(path) !== place),
		[],
	);
});

test('only terminal imports blessed', testPackage, /^blessed(-contrib)?(\/|$)/, 'terminal');
test('only platform imports pidusage', testPackage, /^pidusage$/, 'platform');
test('only the command line imports commander', testPackage, /^commander$/, 'cli');

test('model, app and view know nothing of the machine', t => {
	const knowing = [...files.keys()].filter(
		path =>
			['model', 'app', 'view'].includes(folderOf(path)) &&
			importsOf(path).some(imported => !isOurs(imported) && imported !== 'get-east-asian-width'),
	);
	t.deepEqual(knowing, []);
});

test('only the command line reads arguments and environment', t => {
	// Setting a variable for a library is no reading.
	const reading = /process\.argv|process\.env\b(?!\.\w+ = )/;
	const found = [...files].filter(([, text]) => reading.test(text)).map(([path]) => path);
	t.deepEqual(found, ['cli.ts']);
});

test('imports make no circle', t => {
	t.deepEqual(
		[...files.keys()].flatMap(path => circleThrough(path)),
		[],
	);
});

// A way of imports from a file back to itself, if there is one.
const circleThrough = (start: string): readonly string[] => {
	const ways: string[][] = [[start]];
	const seen = new Set<string>();
	for (let way = ways.pop(); way; way = ways.pop()) {
		for (const next of importsOf(way.at(-1) ?? '').filter(isOurs)) {
			if (next === start) return [[...way, start].join(' > ')];
			if (!seen.has(next)) ways.push([...way, next]);
			seen.add(next);
		}
	}
	return [];
};

test('every file but the command line is imported by another', t => {
	const imported = new Set([...files.keys()].flatMap(importsOf));
	const alone = [...files.keys()].filter(path => !imported.has(path) && !path.endsWith('.d.ts'));
	t.deepEqual(alone, ['cli.ts']);
});

test('no file is longer than 250 lines', t => {
	const long = [...files].filter(([, text]) => text.split('\n').length - 1 > 250).map(([path]) => path);
	t.deepEqual(long, []);
});
