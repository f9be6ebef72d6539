/** Index of the first of some items in ascending order of time that is after `time`; their number when there is none. */
export const indexAfterTime = <Item>(
	items: readonly Item[],
	time: number,
	timeOf: (item: Item) => number,
): number => firstIndex(items, item => timeOf(item) > time);

/** Index of the first of some items in ascending order of time that is at or after `time`; their number when there is none. */
export const indexAtTime = <Item>(
	items: readonly Item[],
	time: number,
	timeOf: (item: Item) => number,
): number => firstIndex(items, item => timeOf(item) >= time);

const firstIndex = <Item>(items: readonly Item[], isReached: (item: Item) => boolean): number => {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (isReached(items[middle] as Item)) high = middle;
		else low = middle + 1;
	}
	return low;
};
