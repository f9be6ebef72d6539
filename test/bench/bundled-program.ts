import {execFile} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {build} from 'esbuild';

/**
 * Runs one of the programs here, which prints JSON, and returns what it printed. It is bundled first as memtop is: a
 * loader that compiles TypeScript on the way adds to functions, and takes memory itself.
 */
export const runBundled = async (name: string, args: readonly string[] = []): Promise<unknown> => {
	// Inside node_modules, from where the packages are found.
	const outfile = fileURLToPath(
		new URL(`../../node_modules/.cache/memtop-bench/${name}.mjs`, import.meta.url),
	);
	const source = fileURLToPath(new URL(`programs/${name}.ts`, import.meta.url));
	await build({
		...{entryPoints: [source], outfile, bundle: true, minify: true, packages: 'external'},
		...{format: 'esm', platform: 'node', target: 'node20.19'},
	});
	const {stdout} = await promisify(execFile)(process.execPath, ['--expose-gc', outfile, ...args]);
	return JSON.parse(stdout);
};
