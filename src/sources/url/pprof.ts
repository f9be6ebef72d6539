import type {Failure} from './answer.ts';
import {parseByteCount} from './byte-count.ts';
import type {Figures} from './figures.ts';
import {goFigures} from './go.ts';
import {linesStarting} from './lines.ts';

/** What the text form of Go's heap profile begins with. */
export const profileStart = 'heap profile: ';

/** The figures in the lines `# Alloc = 4433792` at the end of a heap profile in text form (`debug=1`). */
export const readProfile = (text: string): Figures | Failure => {
	const start = text.lastIndexOf('\n# runtime.MemStats\n');
	if (start < 0) return {failed: 'a heap profile without its end'};
	const fields = fieldsOf(text.slice(start));
	const field = (name: string) => parseByteCount(fields.get(name) ?? '');
	return goFigures({
		Alloc: field('Alloc'),
		Sys: field('Sys'),
		HeapInuse: field('HeapInuse'),
		HeapIdle: field('HeapIdle'),
		HeapReleased: field('HeapReleased'),
	});
};

const fieldsOf = (text: string): ReadonlyMap<string, string> => {
	const fields = new Map<string, string>();
	for (const line of linesStarting(text, '# ')) {
		const [, name, value] = /^# (\w+) = (\S+)$/.exec(line) ?? [];
		if (name !== undefined && value !== undefined) fields.set(name, value);
	}
	return fields;
};
