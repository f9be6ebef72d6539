import {basename} from 'node:path';
import type {Format} from './rendering.ts';

/** What a picture of a log is called where nobody says it: the log's name in the current folder, `ten.png` of `/x/ten.log`. */
export const namedAfter = (log: string, format: Format): string =>
	basename(log).replace(/(?<=.)\.log$|$/, `.${format}`);
