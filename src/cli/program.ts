import type {Command} from 'commander';
import {oneLine} from '../commands/refusal.ts';
import {plotCommand} from './plot.ts';
import {recordCommand} from './record.ts';
import type {Surroundings} from './surroundings.ts';
import {viewCommand} from './view.ts';
import {watchCommand} from './watch.ts';

/** The whole command line: the live screen, and a subcommand for everything else that can be asked for. */
export const createProgram = (surroundings: Surroundings): Command => {
	const program = watchCommand(surroundings).enablePositionalOptions();
	for (const create of [recordCommand, viewCommand, plotCommand]) program.addCommand(create(surroundings));
	for (const command of [program, ...program.commands]) {
		command.exitOverride().configureOutput({outputError: (text, write) => write(oneLine(text))});
	}
	return program;
};
