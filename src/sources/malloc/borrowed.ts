import type {LentFile, NativeProcess} from '../../platform/linux/native-process.ts';

/** A file of a process, until it is given back. */
export type Borrowed = {readonly file: LentFile; readonly giveBack: () => void};

/** Borrows a file for longer than a call. Rejects as `lend` does. */
export const borrow = ({lend}: Pick<NativeProcess, 'lend'>, name: string): Promise<Borrowed> =>
	new Promise((resolve, reject) => {
		const keep = (file: LentFile) => new Promise<void>(giveBack => resolve({file, giveBack}));
		lend(name, keep).catch(reject);
	});
