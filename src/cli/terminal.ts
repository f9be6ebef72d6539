import {CannotGoOnError} from '../model/cannot-go-on-error.ts';
import {type Capabilities, capabilitiesOf} from '../terminal/capabilities.ts';
import type {Surroundings} from './surroundings.ts';

/**
 * What the terminal can show. Throws CannotGoOnError where there is none to draw on, with the command that does
 * without `instead`.
 */
export const terminalCapabilities = ({environment}: Surroundings, instead: string): Capabilities => {
	const isTerminal = process.stdout.isTTY && process.stdin.isTTY;
	const capabilities = capabilitiesOf(environment);
	const works = `${instead} works without a screen`;
	if (!isTerminal) throw new CannotGoOnError(`expected a terminal to draw on, got none; ${works}`);
	if (!capabilities)
		throw new CannotGoOnError(`expected a terminal that can be drawn on, got TERM=dumb; ${works}`);
	// The library would run tmux for its version, for a feature that is not used here.
	delete environment.TMUX;
	return capabilities;
};
