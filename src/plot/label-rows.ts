/** A text that is `width` wide and stands beside a place, all in pixels. */
export type Beside = {readonly at: number; readonly width: number};

/** Where a text stands: in a row, right or left of its place. */
export type LabelPlace = {readonly row: number; readonly side: 'right' | 'left'};

/** The room for texts. */
export type LabelRoom = {
	/** Edges that no text crosses, in pixels. */
	readonly left: number;
	readonly right: number;
	readonly rows: number;
	/** Pixels between a place and its text, and at least between two texts. */
	readonly distance: number;
};

/**
 * Finds places for texts one after the other so that none overlaps another: right of its place if that can be, else left
 * of it, in the first row that is free there; undefined where there is none.
 */
export const labelRows = ({
	left,
	right,
	rows,
	distance,
}: LabelRoom): ((text: Beside) => LabelPlace | undefined) => {
	const taken: Stretch[][] = Array.from({length: rows}, () => []);
	return ({at, width}) => {
		const places = [
			{side: 'right', from: at + distance},
			{side: 'left', from: at - distance - width},
		] as const;
		for (const {side, from} of places) {
			const to = from + width;
			if (from < left || to > right) continue;
			const row = taken.findIndex(
				texts => !texts.some(text => from < text.to + distance && to > text.from - distance),
			);
			if (row < 0) continue;
			taken[row]?.push({from, to});
			return {row, side};
		}
		return undefined;
	};
};

type Stretch = {readonly from: number; readonly to: number};
