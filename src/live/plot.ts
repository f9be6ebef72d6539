import type {Live} from './live.ts';
import {say} from './live.ts';

/** Draws the recording with gnuplot. */
export const drawPlot = (live: Live): void => say(live, 'not yet', 'bad');
