// Runs the bundle as bin/memtop.js does, and writes what V8 has compiled of it by the end.
const {readFileSync, writeFileSync} = require('node:fs');
const {createRequire, wrap} = require('node:module');
const {join} = require('node:path');
const {Script} = require('node:vm');

// Its own first argument is the folder; the program sees the others.
const [folder] = process.argv.splice(2, 1);
const bundle = join(folder, 'memtop.cjs');
const script = new Script(wrap(readFileSync(bundle, 'utf8')), {filename: bundle});
process.on('exit', () => {
	writeFileSync(
		join(folder, `memtop-${process.versions.v8}-${process.arch}.cache`),
		script.createCachedData(),
	);
});
script.runInThisContext()(exports, createRequire(bundle), module, bundle, folder);
