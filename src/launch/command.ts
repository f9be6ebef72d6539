/** A command line to start, word by word, without a shell. */
export type Command = {
	/** A path, or a name that is looked for in PATH. */
	readonly program: string;
	readonly args: readonly string[];
	/** Environment of the program. */
	readonly environment: Readonly<Record<string, string | undefined>>;
};
