import {CannotGoOnError} from '../../model/cannot-go-on-error.ts';
import {type Clock, systemClock} from '../../model/clock.ts';
import type {Metric} from '../../model/metric.ts';
import type {Target} from '../../model/target.ts';
import {systemPlatform} from '../../platform/index.ts';
import type {Platform} from '../../platform/platform.ts';
import {osSource} from '../os/index.ts';
import type {Probe, Refusal, Source} from '../source.ts';
import {type OpenMember, openByMemory, openByShares, openBySource} from './member.ts';
import {openMembers} from './members.ts';
import {treeMemory, treeProcesses, treePss} from './metrics.ts';
import {createTreeProbe} from './probe.ts';

/** What a tree is read with; tests pass their own. */
export type Surroundings = {
	readonly platform: Pick<Platform, 'descendants' | 'openProcess'>;
	readonly clock: Clock;
};

/**
 * The sources that sum a process and all below it, in place of those that read it alone: each runtime's own where all
 * of the tree have that, then PSS where that is permitted, then RSS. What a fork copies is summed only where it is the one
 * source. Throws CannotGoOnError where the system does not tell which processes a process has started.
 */
export const childrenSources = (
	sources: readonly Source[],
	around: Surroundings = {platform: systemPlatform, clock: systemClock},
): readonly Source[] => {
	if (!around.platform.descendants) {
		throw new CannotGoOnError(
			'expected a system that tells which processes a process has started, got another: --children needs Linux',
		);
	}
	const summable = sources.filter(({isCopiedByFork}) => !isCopiedByFork || sources.length === 1);
	const own = summable.filter(({name}) => name !== osSource.name).map(source => treeOf(source, around));
	return own.length < summable.length ? [...own, sourceOfPss(around), sourceOfRss(around)] : own;
};

const sourceOfRss = (around: Surroundings): Source => ({
	name: 'tree-rss',
	title: 'RSS and VIRT of all, shared pages counted in each',
	metrics: treeMemory,
	inUse: 'tree.rss',
	system: 'tree.virt',
	processes: treeProcesses.id,
	open: openTree(around, openByMemory(around.platform), {}),
});

const sourceOfPss = (around: Surroundings): Source => ({
	...sourceOfRss(around),
	name: 'tree-pss',
	title: 'PSS and VIRT of all',
	metrics: [treePss, ...treeMemory],
	inUse: 'tree.pss',
	open: openTree(around, openByShares(around.platform), {pss: treePss.id}),
});

const treeOf = (source: Source, around: Surroundings): Source => {
	const [inUse, system] = [`tree-${source.name}.in_use`, `tree-${source.name}.system`];
	return {
		name: `tree-${source.name}`,
		title: `${source.title} of all`,
		metrics: [summed(source, source.inUse, inUse), summed(source, source.system, system), treeProcesses],
		...{inUse, system, processes: treeProcesses.id},
		open: openTree(around, openBySource(source), {inUse, system}),
	};
};

const summed = ({metrics}: Source, own: string, id: string): Metric => {
	const label = metrics.find(metric => metric.id === own)?.label ?? own;
	return {
		id,
		label: `tree ${label}`,
		unit: 'bytes',
		definition: `${label} of the target and all below it, added up.`,
	};
};

type Ids = {readonly inUse?: string; readonly system?: string; readonly pss?: string};

const openTree =
	({platform, clock}: Surroundings, open: OpenMember, ids: Ids) =>
	async (target: Target): Promise<Probe | Refusal> => {
		const members = await openMembers({platform, clock, target, open});
		if (typeof members === 'string') return {refused: members, applies: false};
		const metrics = {inUse: 'tree.rss', system: 'tree.virt', processes: treeProcesses.id, ...ids};
		return createTreeProbe(members, metrics, clock);
	};
