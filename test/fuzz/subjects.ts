import type {Subject} from './harness.ts';
import {goSubjects} from './subjects/go.ts';
import {jvmSubjects} from './subjects/jvm.ts';
import {logSubjects} from './subjects/log.ts';
import {mallocSubjects} from './subjects/malloc.ts';
import {processSubjects} from './subjects/process.ts';
import {v8Subjects} from './subjects/v8.ts';

/** Everything in the program that reads what a stranger wrote. */
export const subjects: readonly Subject[] = [
	...processSubjects,
	...goSubjects,
	...jvmSubjects,
	...mallocSubjects,
	...v8Subjects,
	...logSubjects,
];
