/** What was asked for is right, but cannot be done here: no terminal, no file to write. Exit status 1. */
export class CannotGoOnError extends Error {
	override readonly name = 'CannotGoOnError';
}
