import type {Effect} from '../app/effect.ts';
import {reasonOf} from '../model/system-error.ts';
import {suspend} from '../screen/suspend.ts';
import {showDetail} from './detail.ts';
import {leave} from './leave.ts';
import {stepRecording} from './step.ts';
import {say, type Viewing} from './viewing.ts';

/** Does what `update` asked for while a log is looked at: nothing is watched or written. */
export const perform = (viewing: Viewing, effect: Effect): void => {
	const performer = performers[effect.type as keyof typeof performers] as Performer | undefined;
	performer?.(viewing, effect as never);
};

type Of<Type extends Effect['type']> = Extract<Effect, {type: Type}>;

type Performer = (viewing: Viewing, effect: never) => void;

const performers = {
	quit: viewing => leave(viewing, 0),
	suspend: viewing => void suspend(viewing),
	redraw: viewing => viewing.screen.redraw(),
	drawPlot: viewing => void import('./plot.ts').then(({drawPlot}) => drawPlot(viewing)),
	cancelPlot: viewing => void viewing.cancelPlot?.(),
	writeMark: (viewing, {time, text}: Of<'writeMark'>) => {
		viewing.screen.dispatch({type: 'passed', landmark: {type: 'mark', time, text}});
		say(viewing, 'this mark is not kept: a viewed log is not written to');
	},
	readDetail: (viewing, effect: Of<'readDetail'>) => {
		showDetail(viewing, effect).catch(error => say(viewing, reasonOf(error), 'bad'));
	},
	openRecording: (viewing, {by}: Of<'openRecording'>) => {
		stepRecording(viewing, by).catch(error => say(viewing, reasonOf(error), 'bad'));
	},
} satisfies {[Type in Effect['type']]?: (viewing: Viewing, effect: Of<Type>) => void};
