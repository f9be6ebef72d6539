import {type Answer, isBegunAnswer, partAnswers} from './answers.ts';
import type {InputTap} from './input-tap.ts';
import {attributesQuestion} from './questions.ts';

/** The two ends of a terminal: what it sends, and what it takes. */
export type Ends = {readonly tap: InputTap; readonly output: NodeJS.WriteStream};

/**
 * Asks a terminal something and for its attributes after it; resolves with what it answered until then, or until
 * `patience` milliseconds have passed. Keys typed meanwhile are keys; answers that come too late are not.
 */
export const ask = ({tap, output}: Ends, question: string, patience: number): Promise<readonly Answer[]> =>
	new Promise(resolve => {
		const answers: Answer[] = [];
		let rest = '';
		let pending: NodeJS.Timeout | undefined;
		const channel = tap.open(read, 'first');
		const given = setTimeout(() => resolve(answers), patience);
		const late = setTimeout(close, patience + lateness).unref();
		output.write(question + attributesQuestion);

		function read(bytes: string): void {
			clearTimeout(pending);
			const parted = partAnswers(rest + bytes);
			rest = parted.rest;
			answers.push(...parted.answers);
			channel.pass(parted.keys);
			if (parted.answers.some(({kind}) => kind === 'attributes')) close();
			else if (rest !== '' && !isBegunAnswer(rest)) pending = setTimeout(release, keyPatience);
		}

		// A key of its own, as Escape is.
		function release(): void {
			channel.pass(rest);
			rest = '';
		}

		function close(): void {
			clearTimeout(given);
			clearTimeout(late);
			clearTimeout(pending);
			if (!isBegunAnswer(rest)) channel.pass(rest);
			channel.close();
			resolve(answers);
		}
	});

// Milliseconds in which an answer is still no key, and in which the rest of one follows its first byte.
const lateness = 5000;
const keyPatience = 50;
