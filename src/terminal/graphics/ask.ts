import type {Capabilities} from '../capabilities.ts';
import type {Answer} from './answers.ts';
import {ask, type Ends} from './conversation.ts';
import type {Graphics} from './graphics.ts';
import {kittyQuestion, sizeQuestions} from './questions.ts';
import {usableSize} from './usable-size.ts';

/** What may be asked of a terminal, and how many milliseconds an answer may take; 2000 if not said. */
export type AskOptions = Pick<Capabilities, 'questions'> & {readonly patience?: number};

/**
 * Asks a terminal, which is in raw mode, how it shows pictures. Undefined where it shows none, is too small, or does
 * not answer in time.
 */
export const askGraphics = async (
	ends: Ends,
	{questions, patience = 2000}: AskOptions,
): Promise<Graphics | undefined> => {
	if (questions === 'none') return undefined;
	const kind = kindIn(await ask(ends, questions === 'all' ? kittyQuestion : '', patience));
	if (!kind) return undefined;
	// Only now: elsewhere one of these questions means to scroll.
	const answers = await ask(ends, sizeQuestions, patience);
	const size = usableSize(kind === 'sixel' ? answers : withoutSixel(answers), ends.output);
	return size && {kind, ...size};
};

// A PNG has all the colours.
const kindIn = (answers: readonly Answer[]): Graphics['kind'] | undefined => {
	if (answers.some(answer => answer.kind === 'kitty' && answer.isTaken)) return 'kitty';
	const isSixel = answers.some(answer => answer.kind === 'attributes' && answer.attributes.includes('4'));
	return isSixel ? 'sixel' : undefined;
};

const withoutSixel = (answers: readonly Answer[]): readonly Answer[] =>
	answers.filter(({kind}) => kind !== 'sixelArea');
