import {Command, Option} from 'commander';
import type {ViewOptions} from '../commands/view.ts';
import {exit} from '../screen/exit.ts';
import {hasDisplay, type Surroundings} from './surroundings.ts';
import {terminalCapabilities} from './terminal.ts';

/** `memtop view`: the screen of recordings. */
export const viewCommand = (surroundings: Surroundings): Command =>
	new Command('view')
		.description('look at a recording of any length, or at two beside each other')
		.usage('[options] [file] [other file]')
		.argument('[file...]', 'one log or two to compare; memory.log if none is named')
		.option('-f, --follow', 'go on reading while the log grows, whoever writes it', false)
		.addOption(
			new Option('--align <place>', 'how a second recording lies over the first')
				.choices(['start', 'clock'])
				.default('start'),
		)
		.action(async (files: readonly string[], options: Options) => {
			exit(await runView(surroundings, files, options));
		})
		.addHelpText('after', helpAfter);

type Options = Pick<ViewOptions, 'follow' | 'align'>;

const helpAfter = `
Reads the logs of memtop, and those of any program whose lines begin with a time stamp (seconds since 1970), the bytes in use
and the bytes of system. The arrow keys move a cursor, + and - zoom, ? shows every key.`;

const runView = async (
	surroundings: Surroundings,
	files: readonly string[],
	options: Options,
): Promise<number> => {
	const capabilities = terminalCapabilities(surroundings, 'memtop plot');
	const {view} = await import('../commands/view.ts');
	return view({
		...options,
		files,
		capabilities,
		hasDisplay: hasDisplay(surroundings),
		input: process.stdin,
		output: process.stdout,
	});
};
