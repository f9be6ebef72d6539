import type {HeldBytes} from '../../platform/linux/held-bytes.ts';
import {isWritableMemory, type Mapping} from '../../platform/linux/process-maps.ts';
import {type Accounts, accountsBefore, accountsSize, takenBy} from './accounts.ts';
import type {Moment, Obstacle} from './moment.ts';
import {sysOf} from './totals.ts';

/** What accounts are searched with. */
export type AccountsSearch = {
	readonly memory: HeldBytes;
	readonly mappings: readonly Mapping[];
	/** Addresses of six words in a row that may be the end of the accounts. */
	readonly rows: readonly number[];
	readonly readMoment: () => Moment | Obstacle;
};

/**
 * The accounts that agree with the totals to the byte; undefined where none do. A busy runtime is asked more than once,
 * because the two cannot be read at the same moment.
 */
export const findAccounts = async (search: AccountsSearch): Promise<Accounts | undefined> => {
	const candidates = accountsBefore(search.rows)
		.filter(accounts => isWritableMemory(search.mappings, accounts.address, accountsSize(accounts)))
		.slice(0, candidateLimit);
	for (let attempt = 0; attempt < attempts; attempt += 1) {
		for (const accounts of candidates) {
			if (await doAgree(search, accounts)) return accounts;
		}
	}
	return undefined;
};

const candidateLimit = 16;
const attempts = 10;

const doAgree = async ({memory, readMoment}: AccountsSearch, accounts: Accounts): Promise<boolean> => {
	const books = await memory.read(accounts.address, accountsSize(accounts));
	const moment = readMoment();
	if (typeof moment === 'string' || books.length < accountsSize(accounts)) return false;
	return takenBy(books, accounts, moment.totals) === sysOf(moment.totals);
};
