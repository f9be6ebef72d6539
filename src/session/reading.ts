import type {Clock} from '../model/clock.ts';
import type {Metric} from '../model/metric.ts';
import type {SourceInfo} from '../model/source-info.ts';
import type {Target} from '../model/target.ts';
import type {Chosen} from '../sources/choose.ts';
import {osSource} from '../sources/os/index.ts';
import type {Probe} from '../sources/source.ts';
import {withOutside} from './outside.ts';

/** How a target is read now: the probes of a tick, and what their numbers mean. */
export type ReadingPlan = {readonly probes: readonly Probe[]; readonly source: SourceInfo};

/**
 * The plan for a chosen source: the operating system's probe is read beside every other, since RSS and VIRT stand in
 * every log and tell what lies outside of a heap.
 */
export const planFor = (os: Probe | undefined, chosen: Chosen | undefined, clock: Clock): ReadingPlan => {
	if (!chosen || chosen.source.name === osSource.name) return {probes: os ? [os] : [], source: osSource};
	const {source, probe} = chosen;
	if (!os) return {probes: [probe], source: titled(source, probe)};
	const metrics = [
		...source.metrics.map(metric =>
			metric.id === source.outside && !probe.outside ? atLeast(metric) : metric,
		),
		...osSource.metrics.filter(({id}) => !source.metrics.some(own => own.id === id)),
	];
	const pair = {os, probe, source: {...titled(source, probe), metrics}};
	return {probes: [withOutside(pair, clock)], source: pair.source};
};

/** True for a process, false for what is only known by an address. */
export const isProcess = ({pid}: Target): boolean => pid > 0;

const atLeast = (metric: Metric): Metric => ({...metric, label: `${metric.label} ≥`});

const titled = (source: SourceInfo, {title = source.title}: Probe): SourceInfo => ({...source, title});
