import {basename} from 'node:path';
import {shownPath} from '../log/errors.ts';
import {counted} from '../model/counted.ts';
import type {Figure} from './figure.ts';
import type {Found} from './read-recordings.ts';

/** What is to be said of the logs of a figure, a line each. */
export const notesOn = ({found, drawn}: Figure, paths: readonly string[]): string[] => [
	...found.flatMap((one, index) => notesOnLog(one, shownPath(basename(paths[index] ?? '')))),
	...severalDrawn(found, drawn.length),
];

const notesOnLog = (
	{position: {damaged = 0, firstDamaged, disordered = 0}, stampUnit}: Found,
	name: string,
) => [
	...(damaged > 0
		? [`${name}: ${counted(damaged, 'damaged line')} skipped, the first is line ${firstDamaged}`]
		: []),
	...(disordered > 0 ? [`${name}: ${counted(disordered, 'stamp')} a little before the one before`] : []),
	...(stampUnit === 'seconds' ? [] : [`${name}: stamps in ${stampUnit}`]),
];

const severalDrawn = (found: readonly Found[], drawn: number): string[] => {
	if (!found.some(({recorded}) => recorded.length > 1)) return [];
	const count = found.reduce((sum, one) => sum + one.count, 0);
	const which = drawn === count ? counted(drawn, 'recording') : `${drawn} of ${count} recordings`;
	return [`${which} drawn; --recording last draws only the newest${found.length > 1 ? ' of each' : ''}`];
};
