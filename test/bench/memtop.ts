import {fileURLToPath} from 'node:url';

/** The program as users start it, on the bundle that was built last. */
export const memtop = fileURLToPath(new URL('../../bin/memtop.js', import.meta.url));
