import type {RecordingHeader} from '../../src/model/entry.ts';
import {defaultSize} from '../../src/plot/layout.ts';
import type {Picture} from '../../src/plot/picture.ts';
import {columnsOf, pictureOf as pictureOfReduced} from '../../src/plot/picture-of.ts';
import type {PlotMark, Recorded, SourceLabels} from '../../src/plot/recorded.ts';
import {recordingReducer} from '../../src/plot/recording-reducer.ts';

/** A moment that tests begin at: 2025-11-22 06:00:34.500 UTC. */
export const start = 1_763_791_234.5;

export const mebibyte = 2 ** 20;

export const header: RecordingHeader = {
	pid: 4242,
	name: 'prometheus',
	target_start: 1_763_790_000.12,
	recorded: start,
	source: 'go',
	interval: 1,
	host: 'web-3',
};

export const sourceLabels = {inUse: 'Go Alloc', system: 'Go Sys', source: 'Go 1.19.8'};

type Shape = {
	readonly length: number;
	readonly inUse: (row: number) => number;
	readonly system: (row: number) => number;
};

/** A recording as columns of one length, not reduced. A row whose value is NaN breaks its curve, one without a time all. */
export type Samples = {
	readonly header?: RecordingHeader;
	readonly name?: string;
	readonly sourceLabels: SourceLabels;
	readonly time: Float64Array;
	readonly inUse: Float64Array;
	readonly system: Float64Array;
	readonly rss?: Float64Array;
	readonly marks?: readonly PlotMark[];
};

/** The recording reduced for a picture of the default size of this range. */
export const reduced = (samples: Samples, range: {readonly from: number; readonly to: number}): Recorded => {
	const reducer = recordingReducer({columns: columnsOf({range, size: defaultSize}), fromStart: false});
	reducer.add({...samples, length: samples.time.length});
	const {header, name = 'plain.log', sourceLabels, rss, marks = []} = samples;
	return {...reducer.finish(), header, name, sourceLabels, hasRssApart: rss !== undefined, marks};
};

/** The picture of a recording; `utcOffset` is in minutes east of UTC. */
export const pictureOf = (samples: Samples, utcOffset: number): Picture => {
	const {extent = {from: 0, to: 0}} = reduced(samples, {from: 0, to: 1});
	const view = {range: extent, fromStart: false, size: defaultSize, utcOffset};
	return pictureOfReduced([reduced(samples, extent)], view);
};

/** A recording of one sample a second; `inUse` and `system` give MiB. */
export const recordingOf = ({length, inUse, system}: Shape): Samples => ({
	header,
	sourceLabels,
	time: Float64Array.from({length}, (_, row) => start + row),
	inUse: Float64Array.from({length}, (_, row) => inUse(row) * mebibyte),
	system: Float64Array.from({length}, (_, row) => system(row) * mebibyte),
});

/** Waves of in use below a growing system that is `far` times as high. */
export const waves = (length: number, far = 1): Samples =>
	recordingOf({
		length,
		inUse: row => 40 + 20 * Math.sin(row / (length / 20)),
		system: row => far * (70 + (30 * row) / length),
	});

/** What hostile names may hold: each would run `touch X`, end a string, or break a document where it is not quoted. */
export const hostileNames: readonly string[] = [
	'a`touch X`',
	'< touch X',
	'|touch X',
	"it's",
	"';system('touch X');'",
	"''quoted'' twice''",
	'"; system("touch X"); "',
	'$d',
	'-',
	'ends with \\',
	'</script><b>&amp;]]>',
	'_^{}',
	'open {',
	'close }',
	'# @macro %d',
];

/** Hostile ones that no file name of a log may have. */
export const controlNames: readonly string[] = [
	'a\n`touch X`',
	"a'\nsystem('touch X')\n'",
	'\u001b[2J',
	'\u0001\u0085\u202e',
	'\ud800 lone',
	'bad \ufffd byte',
];
