/** The system's name for what went wrong, for example `ENOENT`; undefined for an error that is not the system's. */
export const errorCode = (error: unknown): string | undefined =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** True for the two ways in which a system says that a process has ended: before opening it and after. */
export const isGone = (error: unknown): boolean => ['ENOENT', 'ESRCH'].includes(errorCode(error) ?? '');
