import type {Effect} from '../app/effect.ts';
import {reasonOf} from '../model/system-error.ts';
import {suspend} from '../screen/suspend.ts';
import {endCommand} from './command.ts';
import {showDetail} from './detail.ts';
import {leave} from './leave.ts';
import {type Live, say, sayWhyNotRecorded} from './live.ts';
import {switchOff, switchOn, writeMark} from './log-keys.ts';
import {listProcesses, watchOther} from './pick.ts';

/** Does what `update` asked for: the one place where the screen reaches outside. */
export const perform = (live: Live, effect: Effect): void => {
	(performers[effect.type] as (live: Live, effect: Effect) => void)(live, effect);
};

type Of<Type extends Effect['type']> = Extract<Effect, {type: Type}>;

const performers = {
	quit: live => leave(live, 0, 'memtop was left'),
	endCommand: live => void endCommand(live),
	suspend: live => void suspend(live),
	redraw: live => live.screen.redraw(),
	pauseRecording: live => {
		switchOff(live);
		tellRecording(live);
	},
	resumeRecording: live => {
		try {
			switchOn(live);
		} catch (error) {
			say(live, reasonOf(error), 'bad');
		}
		tellRecording(live);
	},
	drawPlot: live => void import('./plot.ts').then(({drawPlot}) => drawPlot(live)),
	cancelPlot: live => live.cancelPlot?.(),
	listProcesses: live => void listProcesses(live),
	watch: (live, {pid, isRelative}: Of<'watch'>) => void watchOther(live, pid, isRelative),
	nextSource: async live => {
		const isOther = await live.session?.nextSource();
		if (isOther === false) say(live, 'no other source reads this process now');
	},
	writeMark: (live, {time, text}: Of<'writeMark'>) => writeMark(live, time, text),
	readDetail: (live, wanted: Of<'readDetail'>) => void showDetail(live, wanted),
	openRecording: () => {},
	setInterval: (live, {seconds}: Of<'setInterval'>) => {
		if (seconds === live.interval) {
			say(live, `${seconds} s between samples is as far as it goes`);
			return;
		}
		live.interval = seconds;
		live.session?.setInterval(seconds);
		live.screen.dispatch({type: 'intervalChanged', seconds});
		say(live, `a sample every ${seconds} s`);
	},
} satisfies {[Type in Effect['type']]: (live: Live, effect: Of<Type>) => void};

const tellRecording = (live: Live): void => {
	if (!live.session) return;
	live.screen.dispatch({type: 'recordingChanged', recording: live.session.status()});
	sayWhyNotRecorded(live);
};
