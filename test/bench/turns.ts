/** Runs what it is given when everything given before has ended, so that only one thing is measured at a time. */
export type Turns = <Result>(measure: () => Promise<Result>) => Promise<Result>;

/** Turns that nobody has taken yet. A measurement that fails does not keep the next one waiting. */
export const createTurns = (): Turns => {
	let last: Promise<unknown> = Promise.resolve();
	return measure => {
		const turn = last.then(measure);
		last = turn.catch(() => {});
		return turn;
	};
};
