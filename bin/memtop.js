#!/usr/bin/env node
import module from 'node:module';

// From Node 22.1 on the compiled program is kept between runs, which saves a part of each start.
module.enableCompileCache?.();
await import('../dist/cli.js');
