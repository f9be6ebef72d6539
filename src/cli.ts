import {CommanderError} from 'commander';
import {createProgram} from './cli/program.ts';
import {report} from './commands/refusal.ts';
import type {Command} from './launch/command.ts';
import {splitWords, type Words} from './launch/split.ts';
import {errorCode} from './platform/error-code.ts';

const main = async (): Promise<void> => {
	// Whoever reads the help may stop before its end; a recording looks after its own writing.
	process.stdout.on('error', error => {
		if (errorCode(error) !== 'EPIPE') throw error;
		process.exit();
	});
	try {
		const {own, command} = splitWords(process.argv.slice(2));
		const surroundings = {command: commandOf(command), environment: process.env};
		await createProgram(surroundings).parseAsync(own, {from: 'user'});
	} catch (error) {
		process.exitCode = error instanceof CommanderError ? Math.min(error.exitCode, 1) * 2 : report(error);
	}
};

// Before anything is changed in it for the sake of a library: the command is to find what memtop found.
const commandOf = (words: Words['command']): Command | undefined => {
	if (!words) return undefined;
	const [program, ...args] = words;
	return {program, args, environment: {...process.env}};
};

void main();
