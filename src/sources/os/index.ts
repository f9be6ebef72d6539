import {type Clock, systemClock} from '../../model/clock.ts';
import type {Target} from '../../model/target.ts';
import {systemPlatform} from '../../platform/index.ts';
import type {Platform} from '../../platform/platform.ts';
import type {Probe, Source} from '../source.ts';
import {osMetrics} from './metrics.ts';
import {createOsProbe} from './probe.ts';

/** A source that reads every process: it never refuses one. */
export type OsSource = Omit<Source, 'open'> & {
	/** Opens a probe on any process. Rejects with TargetGoneError when it has ended. */
	readonly open: (target: Target) => Promise<Probe>;
};

/** What the operating system itself counts; tests pass their own platform and clock. */
export const createOsSource = (
	platform: Platform = systemPlatform,
	clock: Clock = systemClock,
): OsSource => ({
	name: 'os',
	title: 'resident and virtual memory',
	metrics: osMetrics,
	inUse: 'os.rss',
	system: 'os.virt',
	open: async target => createOsProbe(await platform.openProcess(target), clock),
});

/** The source that fits every process, and whose RSS and VIRT stand in every log. */
export const osSource = createOsSource();
