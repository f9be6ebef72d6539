import {cleanText} from '../../model/clean.ts';
import type {Target} from '../../model/target.ts';
import {systemPlatform} from '../../platform/index.ts';
import {findListeners} from '../../platform/linux/listening.ts';
import type {ProcessDirectory} from '../../target/process-directory.ts';
import type {Endpoint} from './endpoint.ts';

/** Where the process behind an endpoint is looked for; tests pass their own. */
export type Neighbourhood = {
	/** Pids of the processes that listen at a port of this machine, as a URL names it. */
	readonly listeners: (hostname: string, port: number) => Promise<readonly number[]>;
	readonly identify: ProcessDirectory['identify'];
};

/**
 * What to watch when only an endpoint was named: the one process that listens there, when it is on a loopback address of
 * this machine and may be looked into; else the endpoint itself, as a target without a process: its pid is 0. A process
 * that started at another time than the endpoint tells only passes on the figures of another, and is not taken.
 */
export const targetOf = async (
	{url, figures}: Pick<Endpoint, 'url' | 'figures'>,
	near: Neighbourhood = thisMachine,
): Promise<Target> => {
	const pids = isLoopback(url.hostname) ? await near.listeners(url.hostname, portOf(url)) : [];
	const processes = await Promise.all(pids.map(pid => near.identify(pid).catch(() => undefined)));
	const [only, second] = processes.filter(
		process => process !== undefined && mayBe(process, figures.startTime),
	);
	return only !== undefined && second === undefined ? only : {pid: 0, name: cleanText(url.host)};
};

/** True for a target that is an endpoint without a process: only its endpoint can be read. */
export const isEndpointTarget = ({pid}: Target): boolean => pid === 0;

// No list of listening sockets is read elsewhere, and there the endpoint stands for itself.
const thisMachine: Neighbourhood = {
	listeners: process.platform === 'linux' ? findListeners : async () => [],
	identify: systemPlatform.identify,
};

const isLoopback = (hostname: string): boolean =>
	hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);

const portOf = ({port, protocol}: URL): number => Number(port) || (protocol === 'https:' ? 443 : 80);

/** Seconds by which the two clocks may differ: exporters reckon with a start of the machine in whole seconds. */
const tolerance = 2;

const mayBe = ({startTime}: Target, told: number | undefined): boolean =>
	told === undefined || startTime === undefined || Math.abs(startTime - told) <= tolerance;
