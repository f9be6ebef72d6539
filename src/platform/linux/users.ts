import {readFileSync} from 'node:fs';
import {cleanText} from '../../model/clean.ts';

/** Login names by user id, as `path` (passwd(5)) says when first asked; the number itself where it names none. */
export const createUserNames = (path: string): ((uid: number) => string) => {
	let names: ReadonlyMap<number, string> | undefined;
	return uid => {
		names ??= readUserNames(path);
		return names.get(uid) ?? uid.toString();
	};
};

/** Reads the lines of passwd(5); the first name for an id wins. */
export const parseUserNames = (text: string): ReadonlyMap<number, string> => {
	const names = new Map<number, string>();
	for (const line of text.split('\n')) {
		const [name, , uid] = line.split(':');
		if (name && uid && /^\d+$/.test(uid) && !names.has(Number(uid))) names.set(Number(uid), cleanText(name));
	}
	return names;
};

// Some containers have no such file.
const readUserNames = (path: string): ReadonlyMap<number, string> => {
	try {
		return parseUserNames(readFileSync(path, 'utf8'));
	} catch {
		return new Map();
	}
};
