import type {Subject} from './harness.ts';
import {goSubjects} from './subjects/go.ts';
import {processSubjects} from './subjects/process.ts';

/** Everything in the program that reads what a stranger wrote. */
export const subjects: readonly Subject[] = [...processSubjects, ...goSubjects];
