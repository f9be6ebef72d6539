import type {Command} from '../launch/command.ts';

/** What the program was started in: the commands are given it, and look at nothing else. */
export type Surroundings = {
	/** The command behind `--`; absent where there is none. */
	readonly command: Command | undefined;
	/** The variables of the environment, by name. */
	readonly environment: NodeJS.ProcessEnv;
};

/** True where a window could be shown. */
export const hasDisplay = ({environment}: Surroundings): boolean =>
	Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
