import {errorCode} from '../model/system-error.ts';

export {errorCode} from '../model/system-error.ts';

/** True for the two ways in which a system says that a process has ended: before opening it and after. */
export const isGone = (error: unknown): boolean => ['ENOENT', 'ESRCH'].includes(errorCode(error) ?? '');
