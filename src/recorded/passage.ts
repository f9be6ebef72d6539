import type {ReadPosition} from '../log/reader.ts';
import type {RowOptions} from '../log/rows.ts';
import type {StampUnit} from '../log/stamp.ts';
import type {ByteIndex} from '../model/byte-index.ts';
import type {Beginning, Intake} from './intake.ts';

/** Where a recording lies in its file. */
export type Place = {
	/** Among the recordings of the file that have a sample, from 1. */
	readonly number: number;
	/** Where its first line begins, and how it is read from there. */
	readonly from: NonNullable<RowOptions['from']>;
	/** Bytes: where the next recording begins; infinite while none does. */
	until: number;
	readonly beginning: Beginning;
	readonly stampUnit: StampUnit;
	/** What is to be said of how it is written, short. */
	readonly remarks: readonly string[];
};

/** A recording that is in memory as far as it was read. */
export type Passage = {
	readonly place: Place;
	readonly intake: Intake;
	/** By time, where its rows lie in the file. */
	readonly bytes: ByteIndex;
	/** Where each of its stretches has its first row, and how a row of it is read; ascending. */
	readonly stretches: StretchPlace[];
	/** Of the stretch that is being read. */
	beginning: Beginning;
	/** Samples since the last one whose place was noted. */
	unnoted: number;
};

/** From which byte on rows are written in a way. */
export type StretchPlace = {
	readonly offset: number;
	readonly beginning: Beginning;
	readonly context: ReadPosition['context'];
};
