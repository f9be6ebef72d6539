import type {LogEvent} from './interpret.ts';
import type {LogEnd, RowOptions, Rows} from './row-item.ts';
import {furtherOf} from './rows/batch.ts';
import {readRows} from './rows.ts';

export type {LogEnd, ReadPosition} from './row-item.ts';

/** A sample as it stands in a log, with what the further columns hold by their name in the log. */
export type LoggedSample = {
	readonly type: 'sample';
	/** Unix seconds. */
	readonly time: number;
	/** Bytes; NaN where there is no number. */
	readonly inUse: number;
	/** Bytes; NaN where there is no number. */
	readonly system: number;
	readonly approximate: boolean;
	/** The numbers of the further columns, by name; those without a number in this line are absent. */
	readonly values: Readonly<Record<string, number>>;
};

/** What a log says, in the order in which it says it. */
export type LogEntry = LogEvent | LoggedSample;

/** Reads a log as `readRows` does, its samples one by one. Throws LogError when the file cannot be read. */
export async function* readLog(path: string, from?: RowOptions['from']): AsyncGenerator<LogEntry | LogEnd> {
	let names = furtherOf(from?.context?.columns ?? []);
	for await (const item of readRows(path, from && {from})) {
		if (item.type === 'rows') yield* samplesOf(item, names);
		else {
			if (item.type === 'recording' || item.type === 'stretch') names = furtherOf(item.columns);
			yield item;
		}
	}
}

function* samplesOf({columns, length}: Rows, names: readonly string[]): Generator<LoggedSample> {
	const [times, inUses, systems, approximates, ...further] = columns;
	for (let row = 0; row < length; row += 1) {
		const at = (column: Float64Array | undefined): number => column?.[row] ?? Number.NaN;
		const values = Object.fromEntries(
			names
				.map((name, index) => [name, at(further[index])] as const)
				.filter(([, value]) => !Number.isNaN(value)),
		);
		yield {
			...{type: 'sample', time: at(times), inUse: at(inUses), system: at(systems)},
			...{approximate: at(approximates) === 1, values},
		};
	}
}
