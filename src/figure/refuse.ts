import {stat} from 'node:fs/promises';
import {LogError, shownPath} from '../log/errors.ts';
import type {Found} from './read-recordings.ts';

/** Throws LogError when one of the logs has nothing to draw. */
export const refuseWithoutSamples = async (
	paths: readonly string[],
	found: readonly Found[],
): Promise<void> => {
	for (const [index, path] of paths.entries()) {
		const one = found[index];
		if (!one || one.recorded.length > 0) continue;
		const got = one.count > 0 ? recordings(one.count) : await whatIsThere(path, one);
		throw new LogError(
			`expected ${one.count > 0 ? 'that recording' : 'a recording with samples'}, got ${got}: ${shownPath(path)}`,
		);
	}
};

const recordings = (count: number): string => (count === 1 ? 'only one' : `only ${count}`);

const whatIsThere = async (path: string, {position}: Found): Promise<string> => {
	const {size} = await stat(path);
	const {line = 0, damaged = 0} = position;
	if (size === 0) return 'an empty file';
	if (line === 0) return 'a line without an end';
	if (damaged === 0) return 'only a header or comments';
	return damaged === 1 ? 'a line that is none' : `${damaged} lines that are none`;
};
