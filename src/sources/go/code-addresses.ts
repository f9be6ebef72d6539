/** Fixed addresses that a piece of machine code computes. */
export type CodeAddresses = {
	/** Those it takes as a value, to hand on or to reach what lies behind it. */
	readonly taken: ReadonlySet<number>;
	/** All that it takes, reads or writes. */
	readonly touched: ReadonlySet<number>;
};

/** Finds the addresses in code that lies at `address`. */
export type CodeReader = (code: Buffer, address: number) => CodeAddresses;
