import {parseByteCount} from './byte-count.ts';
import {linesStarting} from './lines.ts';

/** A line of the text format of Prometheus. */
export type PrometheusSample = {
	readonly name: string;
	readonly labels: ReadonlyMap<string, string>;
	/** As it is written. */
	readonly value: string;
};

/**
 * The samples whose name begins with `start`, by name; see "Text-based format" in the documentation of Prometheus. Lines
 * of another form are left out.
 */
export const readSamples = (
	text: string,
	start: string,
): ReadonlyMap<string, readonly PrometheusSample[]> => {
	const samples = new Map<string, PrometheusSample[]>();
	for (const line of linesStarting(text, start)) {
		const [, name, labels = '', value] = sampleForm.exec(line) ?? [];
		if (name === undefined || value === undefined) continue;
		const ofName = samples.get(name) ?? [];
		samples.set(name, ofName);
		ofName.push({name, labels: parseLabels(labels), value});
	}
	return samples;
};

/** Bytes of the one sample of a name; undefined without one, with several, and for what can be no count. */
export const onlyBytes = (samples: readonly PrometheusSample[] | undefined): number | undefined => {
	const [sample, second] = samples ?? [];
	return sample === undefined || second !== undefined ? undefined : parseByteCount(sample.value);
};

// A time stamp and, in OpenMetrics, an exemplar may follow the value.
const sampleForm = /^([\w:]+)[ \t]*(?:\{((?:[^"}]|"(?:[^"\\]|\\.)*")*)\})?[ \t]+(\S+)(?:[ \t].*)?$/;

const parseLabels = (text: string): ReadonlyMap<string, string> =>
	new Map(
		[...text.matchAll(/(\w+)\s*=\s*"((?:[^"\\]|\\.)*)"/g)].map(([, name = '', value = '']) => [name, value]),
	);
