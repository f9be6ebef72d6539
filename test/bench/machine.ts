import {cpus, release} from 'node:os';

/** What the figures were measured on and when, as markdown. */
export const machine = (): string => {
	const processors = cpus();
	const model = processors[0]?.model ?? 'unknown processor';
	const date = new Date().toISOString().slice(0, 10);
	return `${model}, ${processors.length} cores, Linux ${release()}, Node ${process.versions.node}, ${date}`;
};
