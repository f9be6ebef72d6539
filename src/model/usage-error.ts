/** What was typed cannot be meant: malformed, out of range, unknown. Exit status 2. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}
