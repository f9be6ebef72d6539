// Reads a process 100 times a second until it is ended, as memtop does: npm run bench:accuracy starts it.

import {identify} from '../../../src/platform/linux/identify.ts';
import {createProc} from '../../../src/platform/linux/proc.ts';
import {goSource} from '../../../src/sources/go/index.ts';
import {osSource} from '../../../src/sources/os/index.ts';

const target = identify(createProc(), Number(process.argv[2]));
const go = await goSource.open(target);
if (go.refused !== undefined) throw new Error(`expected to read the process, got: ${go.refused}`);
const os = await osSource.open(target);
console.log('reading');
setInterval(() => {
	os.read();
	go.read();
}, 10);
