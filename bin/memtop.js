#!/usr/bin/env node
// CommonJS, as the bundle is: the loader of ES modules costs ten milliseconds at every start. The bundle comes with
// what V8 made of it when it was built, which saves thirty more on the same version of Node; any other makes its own.
const {existsSync, readFileSync} = require('node:fs');
const module_ = require('node:module');
const {join} = require('node:path');
const {Script} = require('node:vm');

const folder = join(__dirname, '..', 'dist');
const bundle = join(folder, 'memtop.cjs');
const cache = join(folder, `memtop-${process.versions.v8}-${process.arch}.cache`);

if (!existsSync(bundle)) {
	console.error('memtop: expected a built program, got none: npm install builds it');
	process.exitCode = 1;
} else if (existsSync(cache)) {
	const source = module_.wrap(readFileSync(bundle, 'utf8'));
	const script = new Script(source, {filename: bundle, cachedData: readFileSync(cache)});
	script.runInThisContext()(exports, module_.createRequire(bundle), module, bundle, folder);
} else {
	// From Node 22.1 on.
	module_.enableCompileCache?.();
	require(bundle);
}
