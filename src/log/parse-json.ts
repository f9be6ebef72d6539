import {cleanText} from '../model/clean.ts';
import type {RecordingHeader} from '../model/entry.ts';

type Scalar = string | number | boolean;

/** The flat JSON object of a `#` line, its texts cleaned and anything nested left out; undefined when it is none. */
export const parseObject = (json: string): Readonly<Record<string, Scalar>> | undefined => {
	try {
		const value: unknown = JSON.parse(json);
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
		return Object.fromEntries(Object.entries(value).filter(isScalarMember).map(cleanMember));
	} catch {
		return undefined;
	}
};

/** The header of a `# memtop 1` line; undefined when what every header has is missing or of another type. */
export const parseHeader = (json: string): RecordingHeader | undefined => {
	const {pid, name, recorded, source, interval, host, target_start, command, continues} =
		parseObject(json) ?? {};
	if (typeof pid !== 'number' || typeof recorded !== 'number' || typeof interval !== 'number')
		return undefined;
	if (typeof name !== 'string' || typeof source !== 'string' || typeof host !== 'string') return undefined;
	return {
		...{pid, name, recorded, source, interval, host},
		...(typeof target_start === 'number' && {target_start}),
		...(typeof command === 'string' && {command}),
		...(continues === true && {continues}),
	};
};

const isScalarMember = (member: [string, unknown]): member is [string, Scalar] =>
	['string', 'number', 'boolean'].includes(typeof member[1]);

const cleanMember = ([key, value]: [string, Scalar]): [string, Scalar] => [
	cleanText(key),
	typeof value === 'string' ? cleanText(value, 4096) : value,
];
