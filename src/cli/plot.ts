import {isatty} from 'node:tty';
import {Command} from 'commander';
import {parseMoment} from '../commands/parse-moment.ts';
import {
	formats,
	parseAlign,
	parseChoice,
	parseFormat,
	parseSize,
	parseTerminal,
} from '../commands/parse-picture.ts';
import type {PlotOptions} from '../commands/plot.ts';
import {exit} from '../screen/exit.ts';
import {capabilitiesOf} from '../terminal/capabilities.ts';
import {hasDisplay, type Surroundings} from './surroundings.ts';

/** `memtop plot`: recordings as a picture of high resolution. */
export const plotCommand = (surroundings: Surroundings): Command =>
	new Command('plot')
		.description('draw recordings of any length with gnuplot')
		.argument('[file...]', 'logs to draw together; memory.log if none is named')
		.option('-o, --output <file>', 'the picture: its ending is its format; - is standard output')
		.option(
			'--format <name>',
			`${formats.join(', ')}: what - is to be, or a file whose ending says nothing`,
			parseFormat,
		)
		.option('--size <WxH>', 'size in pixels (default: 1920x1080)', parseSize)
		.option(
			'--from <time>',
			'begin here: Unix seconds, 2026-11-22T09:15, or -10m before the end',
			parseMoment,
		)
		.option('--to <time>', 'end here', parseMoment)
		.option('--recording <number>', 'one recording of each log, from 1, or last (default: all)', parseChoice)
		.option(
			'--align <place>',
			'lay several recordings by the clock or from their start (default: what shows more)',
			parseAlign,
		)
		.option(
			'--terminal <name>',
			"gnuplot's own: pngcairo, or png, which is faster and coarser",
			parseTerminal,
		)
		.action(async (files: readonly string[], options: Options) => {
			exit(await runPlot(surroundings, files, options));
		})
		.addHelpText('after', helpAfter);

type Options = Pick<
	PlotOptions,
	'output' | 'format' | 'size' | 'from' | 'to' | 'recording' | 'align' | 'terminal'
>;

const helpAfter = `
Without -o a window opens where there is a display; else the picture is shown in the terminal if that can show pictures, or
becomes a PNG in the current folder that is named after the first log. Without gnuplot it becomes an SVG.`;

const runPlot = async (
	surroundings: Surroundings,
	files: readonly string[],
	options: Options,
): Promise<number> => {
	const {plot} = await import('../commands/plot.ts');
	return plot({
		...options,
		files,
		hasDisplay: hasDisplay(surroundings),
		shownIn: plainTerminal(surroundings),
		showsProgress: process.stderr.isTTY === true,
	});
};

// The terminal of the command line, where it can be asked what it shows.
const plainTerminal = ({environment}: Surroundings): PlotOptions['shownIn'] => {
	const capabilities = isatty(0) && isatty(1) ? capabilitiesOf(environment) : undefined;
	return (
		capabilities && {
			input: process.stdin,
			output: process.stdout,
			questions: capabilities.questions,
		}
	);
};
