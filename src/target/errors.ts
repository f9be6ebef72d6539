/** The target cannot be watched at all: no such process, hidden, a kernel thread. Exit status 1. */
export class TargetError extends Error {
	override readonly name = 'TargetError';
}

/** Thrown by a probe's `read` once the target has ended; nothing more will ever be read from it. */
export class TargetGoneError extends Error {
	override readonly name = 'TargetGoneError';
}
