import {mergeReadings} from '../model/merge-readings.ts';
import type {MetricId} from '../model/metric.ts';
import type {Reading} from '../model/reading.ts';
import type {Sample} from '../model/sample.ts';
import type {SourceInfo} from '../model/source-info.ts';

/**
 * Makes one sample of the readings of a tick, at Unix seconds. In use and system repeat their last good value, marked,
 * where this tick has none.
 */
export const merger = ({inUse, system}: Pick<SourceInfo, 'inUse' | 'system'>) => {
	let held = {inUse: Number.NaN, system: Number.NaN};
	return (time: number, readings: readonly Reading[]): Sample => {
		const reading = mergeReadings(readings);
		const {values, approximate, absent} = reading;
		const isWhole = values[inUse] !== undefined && values[system] !== undefined;
		held = {inUse: values[inUse] ?? held.inUse, system: values[system] ?? held.system};
		const uncertain = uncertainIn(reading, [inUse, system]);
		return {
			time,
			inUse: held.inUse,
			system: held.system,
			approximate: !isWhole || approximate === true,
			values,
			...(uncertain.length > 0 && {uncertain}),
			...(absent && {absent}),
		};
	};
};

// Of the two numbers those that are named, else both; and those that are missing, since they are held over.
const uncertainIn = (
	{values, approximate, uncertain = []}: Reading,
	main: readonly MetricId[],
): readonly MetricId[] => {
	const isForBoth = approximate === true && !main.some(id => uncertain.includes(id));
	const added = main.filter(id => !uncertain.includes(id) && (isForBoth || values[id] === undefined));
	return added.length === 0 ? uncertain : [...uncertain, ...added];
};
