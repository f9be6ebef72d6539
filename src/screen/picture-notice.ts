import type {Notice} from '../app/state.ts';
import type {Outcome} from '../plot/drawing.ts';

/** How a picture is told of: by what name its file is shown, and what else is to be said where there is a picture. */
export type PictureWords = {readonly nameOf: (path: string) => string; readonly more?: string};

/** What the key line says when a picture is drawn, or is not. */
export const pictureNotice = (outcome: Outcome, {nameOf, more = ''}: PictureWords): Notice => {
	switch (outcome.kind) {
		case 'window':
			return {text: `gnuplot shows the picture in its window${more}`, tone: 'info'};
		case 'shown':
			return {text: `the picture was shown here${more}`, tone: 'info'};
		case 'cancelled':
			return {text: 'the picture was cancelled', tone: 'info'};
		case 'failed':
			return {text: `gnuplot failed: ${outcome.message}`, tone: 'bad'};
		default: {
			const note = outcome.note === undefined ? '' : ` (${outcome.note})`;
			return {text: `picture: ${nameOf(outcome.path)}${note}${more}`, tone: 'info'};
		}
	}
};
