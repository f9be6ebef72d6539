import {cleanText} from '../../model/clean.ts';
import type {ProcessInfo} from '../../model/process-info.ts';

/** What to ask Windows' `tasklist` for: quoted columns without a heading. */
export const tasklistArguments = ['/fo', 'csv', '/nh'] as const;

/**
 * Processes from its lines: image name, pid, session, its number, memory in KiB with the thousands separated
 * as the country does. Lines of another form are left out.
 */
export const parseTasklist = (text: string): readonly ProcessInfo[] =>
	text.split(/\r?\n/).flatMap(line => {
		const [name, pid, , , memory] = [...line.matchAll(/"([^"]*)"/g)].map(([, column]) => column ?? '');
		if (!name || !pid || !/^\d+$/.test(pid) || !memory) return [];
		const rss = Number(memory.replace(/\D/g, '')) * 1024;
		return [{pid: Number(pid), name: cleanText(name, 64), rss, command: cleanText(name, 4096)}];
	});
