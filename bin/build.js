// Bundles the program into dist/, so that an installed memtop is one small set of files and no other packages:
// it starts in less than half the time that loading its packages one by one takes.
import {rm} from 'node:fs/promises';
import {build} from 'esbuild';
import {blessedInOneFile} from './build-blessed.js';
import {writeLicences} from './build-licences.js';

await rm('dist', {recursive: true, force: true});
const {metafile} = await build({
	entryPoints: ['src/cli.ts'],
	outdir: 'dist',
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	target: 'node20.19',
	minify: true,
	keepNames: false,
	metafile: true,
	logLevel: 'warning',
	legalComments: 'none',
	banner: {
		js: "import{createRequire as createRequireOfBundle}from'node:module';const require=createRequireOfBundle(import.meta.url);",
	},
	plugins: [blessedInOneFile],
});
await writeLicences(Object.keys(metafile.inputs), 'dist/LICENSES.txt');
